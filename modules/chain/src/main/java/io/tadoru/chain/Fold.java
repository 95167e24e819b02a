package io.tadoru.chain;

import io.tadoru.detection.Mark;
import io.tadoru.event.Sha256;
import io.tadoru.event.Verdict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One or many equal marks of a host: same rule, artifacts and verdict within one event hour. What assembly sees of a
 * million beacons, and what a stream keeps of them beside the marks themselves.
 *
 * @param first the earliest, which stands for all
 * @param last event time of the latest
 * @param lastStart when the last session of them began: one may have begun before another and ended after it
 * @param count exactly how many
 * @param bytesOut the sum of what they tell
 * @param lines the earliest {@value #LINES}, in order
 */
public record Fold(HostMark first, Instant last, Instant lastStart, int count, long bytesOut, List<Line> lines) {
    /** Of how many equal lines the hashes are kept. */
    public static final int LINES = 1 + Evidence.MOST_FOLDED;

    /** A line, by what orders it among equal ones. */
    public record Line(Instant time, long sequence, String hash) {
        static final Comparator<Line> ORDER = Comparator.comparing(Line::time)
                .thenComparingLong(Line::sequence)
                .thenComparing(Line::hash);

        static Line of(HostMark m) {
            return new Line(m.mark().time(), m.mark().sequence(), m.mark().eventHash());
        }
    }

    public Fold {
        lines = List.copyOf(lines);
    }

    public static Fold of(HostMark m) {
        Mark mark = m.mark();
        return new Fold(m, mark.time(), mark.start(), 1, bytes(mark), List.of(Line.of(m)));
    }

    /** With another mark of the same {@link #key}, not yet in it. */
    public Fold and(HostMark m) {
        List<Line> more = new ArrayList<>(lines);
        more.add(Line.of(m));
        return new Fold(
                HostMark.ORDER.compare(m, first) < 0 ? m : first,
                later(last, m.mark().time()),
                later(lastStart, m.mark().start()),
                count + 1,
                bytesOut + bytes(m.mark()),
                more.stream().sorted(Line.ORDER).limit(LINES).toList());
    }

    /**
     * Without a mark that was in it.
     *
     * @param earliest those that are left, in order, as many as there are lines to keep
     */
    public Fold without(Mark gone, List<HostMark> earliest, Instant nowLast, Instant nowLastStart) {
        return new Fold(
                earliest.getFirst(),
                nowLast,
                nowLastStart,
                count - 1,
                bytesOut - bytes(gone),
                earliest.stream().map(Line::of).limit(LINES).toList());
    }

    private static long bytes(Mark mark) {
        return Math.max(0, mark.bytesOut());
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    /** What is equal has this in common; of fixed length. */
    public static String key(Mark m) {
        String artifacts = m.artifacts().stream()
                .map(a -> a.type() + "=" + a.value() + "=" + a.malicious())
                .collect(Collectors.joining("\0"));
        return Sha256.hex(String.join(
                        "\0",
                        hour(m).toString(),
                        m.rule().id(),
                        m.layer().text(),
                        m.stage().text(),
                        m.decided().map(Verdict::text).orElse(""),
                        artifacts))
                .substring(0, 32);
    }

    static Instant hour(Mark m) {
        return m.time().truncatedTo(ChronoUnit.HOURS);
    }
}
