package io.tadoru.identity;

import io.tadoru.event.Identity;
import io.tadoru.identity.Candidate.When;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Who had an identity as of a time: the one look-up of stream, batch and index. */
public final class Bindings {
    /** Candidates of an answer: one more than may share an identity and still each be named. */
    static final int MOST = Sharing.MANY + 1;

    private static final Comparator<BindingRow> STRONGEST =
            Comparator.comparing(BindingRow::strength).reversed();

    private Bindings() {}

    /**
     * Best first, one per host, a few. Inside a run: the stronger, then the run that began later (the newer holder). Then
     * runs that ended before: the last holder, whatever its strength. Then runs that begin later: the nearest.
     *
     * @param rows of one identity; those that are not {@link #near} change nothing
     */
    public static List<Candidate> asOf(Collection<BindingRow> rows, Instant time) {
        Sharing sharing = new Sharing(rows, time);
        Map<String, BindingRow> best = new LinkedHashMap<>();
        Stream.of(inside(rows, time), before(rows, time), after(rows, time))
                .flatMap(Function.identity())
                .forEach(r -> best.putIfAbsent(r.host(), r));
        return best.values().stream()
                .limit(MOST)
                .map(r -> candidate(r, time, sharing.of(r)))
                .toList();
    }

    /** Whether the row says anything of any of these times; a look-up needs no other. */
    public static boolean near(BindingRow row, Instant from, Instant to) {
        return !row.first().isAfter(latest(row.identity(), to)) && !row.last().isBefore(earliest(row.identity(), from));
    }

    /** No row that begins after this speaks for the time. */
    public static Instant latest(Identity identity, Instant time) {
        return time.plus(forward(identity));
    }

    /** No row that ended before this speaks for the time. */
    public static Instant earliest(Identity identity, Instant time) {
        return time.minus(back(identity));
    }

    private static Stream<BindingRow> inside(Collection<BindingRow> rows, Instant time) {
        return rows.stream()
                .filter(r -> r.covers(time))
                .sorted(STRONGEST
                        .thenComparing(BindingRow::first, Comparator.reverseOrder())
                        .thenComparing(BindingRow::host));
    }

    private static Stream<BindingRow> before(Collection<BindingRow> rows, Instant time) {
        return rows.stream()
                .filter(r -> r.last().isBefore(time) && !r.last().isBefore(earliest(r.identity(), time)))
                .sorted(Comparator.comparing(BindingRow::last, Comparator.reverseOrder())
                        .thenComparing(STRONGEST)
                        .thenComparing(BindingRow::host));
    }

    private static Stream<BindingRow> after(Collection<BindingRow> rows, Instant time) {
        return rows.stream()
                .filter(r -> r.first().isAfter(time) && !r.first().isAfter(latest(r.identity(), time)))
                .sorted(Comparator.comparing(BindingRow::first)
                        .thenComparing(STRONGEST)
                        .thenComparing(BindingRow::host));
    }

    private static Candidate candidate(BindingRow row, Instant time, boolean shared) {
        if (row.covers(time)) {
            return new Candidate(row.host(), row.strength(), When.INSIDE, Duration.ZERO, shared);
        }
        return row.last().isBefore(time)
                ? new Candidate(row.host(), row.strength(), When.BEFORE, Duration.between(row.last(), time), shared)
                : new Candidate(row.host(), row.strength(), When.AFTER, Duration.between(time, row.first()), shared);
    }

    /** How long a sighting speaks for the time after it. */
    public static Duration back(Identity identity) {
        return switch (identity.kind()) {
            case IP -> Duration.ofDays(8);
            case USER, MAIL, MAC, HOST -> Duration.ofDays(30);
            // An hour, counted from the beginning of the quarter in which it was heard.
            case SENSOR -> Duration.ofMinutes(75);
            case AGENT, PATH, AWAY -> Duration.ofDays(14);
        };
    }

    /** How long a sighting speaks for the time before it. */
    static Duration forward(Identity identity) {
        return switch (identity.kind()) {
            case IP -> Duration.ofHours(24);
            case USER, MAIL, MAC, HOST -> Duration.ofDays(7);
            case SENSOR -> Duration.ofHours(1);
            case AGENT, PATH, AWAY -> Duration.ZERO;
        };
    }
}
