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
    private static final Comparator<BindingRow> STRONGEST =
            Comparator.comparing(BindingRow::strength).reversed();

    private Bindings() {}

    /**
     * Best first, one per host. Inside a run: the stronger, then the run that began later (the newer holder). Then runs
     * that ended before: the last holder, whatever its strength. Then runs that begin later: the nearest.
     */
    public static List<Candidate> asOf(Collection<BindingRow> rows, Instant time) {
        Map<String, Candidate> best = new LinkedHashMap<>();
        Stream.of(inside(rows, time), before(rows, time), after(rows, time))
                .flatMap(Function.identity())
                .forEach(c -> best.putIfAbsent(c.host(), c));
        return List.copyOf(best.values());
    }

    private static Stream<Candidate> inside(Collection<BindingRow> rows, Instant time) {
        List<BindingRow> held = rows.stream()
                .filter(r -> r.covers(time))
                .sorted(STRONGEST
                        .thenComparing(BindingRow::first, Comparator.reverseOrder())
                        .thenComparing(BindingRow::host))
                .toList();
        return held.stream().map(r -> candidate(r, When.INSIDE, Duration.ZERO, disputed(r, held)));
    }

    private static boolean disputed(BindingRow row, List<BindingRow> held) {
        return held.stream()
                .anyMatch(o -> o.strength() == row.strength() && !o.host().equals(row.host()));
    }

    private static Stream<Candidate> before(Collection<BindingRow> rows, Instant time) {
        return rows.stream()
                .filter(r -> r.last().isBefore(time) && !r.last().isBefore(time.minus(back(r.identity()))))
                .sorted(Comparator.comparing(BindingRow::last, Comparator.reverseOrder())
                        .thenComparing(STRONGEST)
                        .thenComparing(BindingRow::host))
                .map(r -> candidate(r, When.BEFORE, Duration.between(r.last(), time), false));
    }

    private static Stream<Candidate> after(Collection<BindingRow> rows, Instant time) {
        return rows.stream()
                .filter(r -> r.first().isAfter(time) && !r.first().isAfter(time.plus(forward(r.identity()))))
                .sorted(Comparator.comparing(BindingRow::first)
                        .thenComparing(STRONGEST)
                        .thenComparing(BindingRow::host))
                .map(r -> candidate(r, When.AFTER, Duration.between(time, r.first()), false));
    }

    private static Candidate candidate(BindingRow row, When when, Duration distance, boolean shared) {
        return new Candidate(row.host(), row.strength(), when, distance, shared);
    }

    /** How long a sighting speaks for the time after it. */
    public static Duration back(Identity identity) {
        return switch (identity.kind()) {
            case IP -> Duration.ofDays(8);
            case USER, MAIL, MAC, HOST -> Duration.ofDays(30);
            // An hour, counted from the beginning of the quarter in which it was heard.
            case SENSOR -> Duration.ofMinutes(75);
            case AGENT, PATH -> Duration.ofDays(14);
        };
    }

    /** How long a sighting speaks for the time before it. */
    static Duration forward(Identity identity) {
        return switch (identity.kind()) {
            case IP -> Duration.ofHours(24);
            case USER, MAIL, MAC, HOST -> Duration.ofDays(7);
            case SENSOR -> Duration.ofHours(1);
            case AGENT, PATH -> Duration.ZERO;
        };
    }
}
