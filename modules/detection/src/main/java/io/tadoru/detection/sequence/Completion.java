package io.tadoru.detection.sequence;

import io.tadoru.detection.sequence.Stage.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What becomes of a run of mandatory events: dropped for an event that must not be there, else filled with optional ones. */
final class Completion {
    private final Sequence sequence;
    private final int[] mandatory;
    /** The hits of each stage that is missing or optional, in order. */
    private final Map<Integer, List<Hit>> hitsOf = new HashMap<>();

    private final TreeSet<Ordinal> ends = new TreeSet<>();

    Completion(Sequence sequence, List<Hit> hits) {
        this.sequence = sequence;
        this.mandatory = sequence.mandatory();
        for (int stage = 0; stage < sequence.stages().size(); stage++) {
            if (!sequence.stages().get(stage).isMandatory()) {
                int number = stage;
                hitsOf.put(stage, hits.stream().filter(hit -> hit.is(number)).toList());
            }
        }
        hits.stream().filter(Hit::until).map(Hit::at).forEach(ends::add);
    }

    /** The result; empty when an event forbids it. */
    Optional<Result> of(List<Hit> run) {
        List<@Nullable Hit> places = new ArrayList<@Nullable Hit>();
        sequence.stages().forEach(stage -> places.add(null));
        for (int i = 0; i < mandatory.length; i++) {
            places.set(mandatory[i], run.get(i));
        }
        if (isForbidden(places, run)) {
            return Optional.empty();
        }
        fill(places, run);
        return Optional.of(Result.of(places, deadline(places, run)));
    }

    private List<Integer> stages(Kind kind) {
        return IntStream.range(0, sequence.stages().size())
                .filter(i -> sequence.stages().get(i).kind() == kind)
                .boxed()
                .toList();
    }

    private int firstStage() {
        return mandatory[0];
    }

    private int lastStage() {
        return mandatory[mandatory.length - 1];
    }

    private List<Hit> hits(int stage) {
        return hitsOf.getOrDefault(stage, List.of());
    }

    // ---- absence: by times alone, strictly between

    private boolean isForbidden(List<@Nullable Hit> places, List<Hit> run) {
        Instant first = run.getFirst().time();
        Instant last = run.getLast().time();
        for (int stage : stages(Kind.MISSING)) {
            if (stage > firstStage() && stage < lastStage() && isBetween(stage, places)) {
                return true;
            }
        }
        boolean leads = stages(Kind.MISSING).stream().anyMatch(s -> s < firstStage());
        boolean trails = stages(Kind.MISSING).stream().anyMatch(s -> s > lastStage());
        Optional<Instant> before = leading(first);
        Optional<Instant> after = trailing(last);
        if (leads && trails) {
            return before.isPresent() && after.isPresent() && span(before.get(), after.get());
        }
        return before.filter(b -> span(b, last)).isPresent()
                || after.filter(a -> span(first, a)).isPresent();
    }

    private boolean span(Instant from, Instant to) {
        return sequence.span().isWithin(from, to);
    }

    private boolean isBetween(int stage, List<@Nullable Hit> places) {
        Instant left = neighbour(places, stage, -1).time();
        Instant right = neighbour(places, stage, 1).time();
        return after(stage, left).filter(t -> t.isBefore(right)).isPresent();
    }

    private static Hit neighbour(List<@Nullable Hit> places, int stage, int step) {
        int at = stage + step;
        Hit hit = places.get(at);
        while (hit == null) {
            at += step;
            hit = places.get(at);
        }
        return hit;
    }

    /** The latest of all leading missing stages. */
    private Optional<Instant> leading(Instant first) {
        return stages(Kind.MISSING).stream()
                .filter(s -> s < firstStage())
                .flatMap(s -> before(s, first).stream())
                .max(Instant::compareTo);
    }

    /** The earliest of all trailing missing stages. */
    private Optional<Instant> trailing(Instant last) {
        return stages(Kind.MISSING).stream()
                .filter(s -> s > lastStage())
                .flatMap(s -> after(s, last).stream())
                .min(Instant::compareTo);
    }

    /** The first time of a stage's events after this one. */
    private Optional<Instant> after(int stage, Instant time) {
        List<Hit> hits = hits(stage);
        int at = Search.first(hits, hit -> hit.time().isAfter(time));
        return at < hits.size() ? Optional.of(hits.get(at).time()) : Optional.empty();
    }

    /** The last time of a stage's events before this one. */
    private Optional<Instant> before(int stage, Instant time) {
        List<Hit> hits = hits(stage);
        int at = Search.first(hits, hit -> !hit.time().isBefore(time));
        return at > 0 ? Optional.of(hits.get(at - 1).time()) : Optional.empty();
    }

    // ---- optional stages: inner ones first, then those before, then those after

    private void fill(List<@Nullable Hit> places, List<Hit> run) {
        List<Integer> optional = stages(Kind.OPTIONAL);
        for (int stage : optional) {
            if (stage > firstStage() && stage < lastStage()) {
                places.set(stage, inner(stage, places));
            }
        }
        Hit start = run.getFirst();
        for (int stage : optional.reversed()) {
            Hit hit = stage < firstStage() ? before(stage, start, run.getLast()) : null;
            places.set(stage, hit != null ? hit : places.get(stage));
            start = hit != null ? hit : start;
        }
        Hit tail = run.getLast();
        for (int stage : optional) {
            Hit hit = stage > lastStage() ? after(stage, tail, start) : null;
            places.set(stage, hit != null ? hit : places.get(stage));
            tail = hit != null ? hit : tail;
        }
    }

    private @Nullable Hit inner(int stage, List<@Nullable Hit> places) {
        Hit left = neighbour(places, stage, -1);
        int next = IntStream.of(mandatory).filter(m -> m > stage).findFirst().orElseThrow();
        Hit right = neighbour(places, next - 1, 1);
        Hit hit = next(stage, left);
        return hit != null && hit.at().isBefore(right.at()) ? hit : null;
    }

    private @Nullable Hit next(int stage, Hit left) {
        List<Hit> hits = hits(stage);
        int at = Search.first(hits, hit -> left.at().isBefore(hit.at()));
        return at < hits.size() ? hits.get(at) : null;
    }

    private @Nullable Hit before(int stage, Hit start, Hit last) {
        List<Hit> hits = hits(stage);
        int at = Search.first(hits, hit -> !hit.at().isBefore(start.at())) - 1;
        if (at < 0) {
            return null;
        }
        Hit hit = hits.get(at); // an earlier one lies further away and has more ends after it
        return sequence.span().isWithin(hit, last) && !isEnded(hit, start) ? hit : null;
    }

    private @Nullable Hit after(int stage, Hit tail, Hit start) {
        Hit hit = next(stage, tail);
        return hit != null && sequence.span().isWithin(start, hit) && !isEnded(tail, hit) ? hit : null;
    }

    /** Whether something ended what was pending, at the one or after it and before the other. */
    private boolean isEnded(Hit left, Hit right) {
        Ordinal end = ends.ceiling(left.at());
        return end != null && end.isBefore(right.at());
    }

    // ---- when nothing can change it any more

    private Optional<Instant> deadline(List<@Nullable Hit> places, List<Hit> run) {
        Instant first = run.getFirst().time();
        Instant latest = Result.of(places, Optional.empty()).last().time();
        boolean trails = stages(Kind.MISSING).stream().anyMatch(s -> s > lastStage());
        boolean leads = stages(Kind.MISSING).stream().anyMatch(s -> s < firstStage());
        if (trails) {
            Optional<Instant> from = leads ? leading(first) : Optional.of(first);
            latest = max(latest, from.flatMap(f -> sequence.span().from(f)).orElse(latest));
        }
        boolean empty = stages(Kind.OPTIONAL).stream().anyMatch(s -> s > lastStage() && places.get(s) == null);
        if (!empty) {
            return Optional.of(latest);
        }
        Instant begin = Result.of(places, Optional.empty()).first().time();
        Instant known = latest;
        return sequence.span().from(begin).map(end -> max(known, end));
    }

    private static Instant max(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
