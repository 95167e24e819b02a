package io.tadoru.detection.sequence;

import java.time.Instant;
import java.util.Comparator;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * Where an event stands among all others: by its time, to the nanosecond; then by its sequence number, without one after those
 * with; then by its id, by code points.
 */
public record Ordinal(Instant time, OptionalLong sequence, String id) implements Comparable<Ordinal> {
    private static final Comparator<Ordinal> ORDER = Comparator.comparing(Ordinal::time)
            .thenComparing(o -> o.sequence.isEmpty())
            .thenComparingLong(o -> o.sequence.orElse(0))
            .thenComparing(Ordinal::id, Ordinal::byCodePoints);

    @Override
    public int compareTo(Ordinal other) {
        return ORDER.compare(this, other);
    }

    boolean isBefore(Ordinal other) {
        return compareTo(other) < 0;
    }

    /** Java's own order of texts is by halves of code points. */
    static int byCodePoints(String one, String other) {
        int length = Math.min(one.length(), other.length());
        int at = IntStream.range(0, length)
                .filter(i -> one.charAt(i) != other.charAt(i))
                .findFirst()
                .orElse(length);
        if (at == length) {
            return Integer.compare(one.length(), other.length());
        }
        boolean halves = Character.isSurrogate(one.charAt(at)) && Character.isSurrogate(other.charAt(at));
        return halves
                ? Character.compare(one.charAt(at), other.charAt(at))
                : Integer.compare(weight(one.charAt(at)), weight(other.charAt(at)));
    }

    /** Halves of code points beyond the first 65,536 come after all others. */
    private static int weight(char c) {
        return Character.isSurrogate(c) ? c + 0x10000 : c;
    }
}
