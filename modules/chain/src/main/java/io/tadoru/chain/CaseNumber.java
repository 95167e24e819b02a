package io.tadoru.chain;

import java.time.Instant;
import java.time.ZoneOffset;

/**
 * What people call a chain on the telephone: {@code T-2022-7K3F9QZ}. Made of the chain's id and the year of its anchor, so
 * that no counter has to be kept and a rebuilt state gives the same number. 35 bits: among 10,000 chains of one year the
 * chance that any two share a number is 1 in 700, and whoever asks for such a number is shown both.
 */
public final class CaseNumber {
    /** Crockford's base 32: no I, L, O, U, so that nothing is misread. */
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 7;
    private static final int BITS = 5;

    private CaseNumber() {}

    /**
     * Of a chain.
     *
     * @param chain its id, in hex
     * @param anchor event time of what it is named after; its year is taken in UTC
     */
    public static String of(String chain, Instant anchor) {
        long bits = Long.parseUnsignedLong(chain.substring(0, 15), 16);
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            digits.append(DIGITS.charAt((int) (bits & (DIGITS.length() - 1))));
            bits >>>= BITS;
        }
        return "T-" + anchor.atOffset(ZoneOffset.UTC).getYear() + "-" + digits;
    }
}
