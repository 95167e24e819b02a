package io.tadoru.chain;

import java.time.Instant;
import java.time.ZoneOffset;

/**
 * What people call a chain on the telephone: {@code T-2022-7K3F9Q}. Made of the year of its first line and of its id, so
 * that no counter has to be kept, a rebuilt state gives the same number, and none is ever given twice in practice: 30 bits
 * tell 1,000 chains of a year apart with a chance of 1 in 2,000 that any two are alike.
 */
public final class CaseNumber {
    /** Crockford's base 32: no I, L, O, U, so that nothing is misread. */
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 6;
    private static final int BITS = 5;

    private CaseNumber() {}

    /**
     * Of a chain.
     *
     * @param chain its id, in hex
     * @param first event time of its anchor or first line; its year is taken in UTC
     */
    public static String of(String chain, Instant first) {
        long bits = Long.parseUnsignedLong(chain.substring(0, 15), 16);
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            digits.append(DIGITS.charAt((int) (bits & (DIGITS.length() - 1))));
            bits >>>= BITS;
        }
        return "T-" + first.atOffset(ZoneOffset.UTC).getYear() + "-" + digits;
    }
}
