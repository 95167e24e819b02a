package io.tadoru.detection.sequence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of the results of a key when its hits change at one time: those that do not hold any more, and those that do now.
 * Looks no further than the change can reach.
 *
 * @param withdrawn found before, no longer
 * @param found now, not before
 */
public record Revision(List<Result> withdrawn, List<Result> found) {
    /** How many times its span the hits around a change of a {@link Sequence} have to be known. */
    public static final int SPANS = 3;

    /**
     * Compares.
     *
     * @param before the key's hits, sorted
     * @param after the same with one more, or one less, or one replaced, at that time
     */
    public static Revision of(Definition definition, List<Hit> before, List<Hit> after, Instant at) {
        Reach reach = Reach.of(definition, before, after, at);
        List<Result> was = reach.results(definition, before);
        List<Result> is = reach.results(definition, after);
        return new Revision(without(was, is), without(is, was));
    }

    private static List<Result> without(List<Result> some, List<Result> others) {
        List<Result> left = new ArrayList<>(some);
        others.forEach(left::remove);
        return left;
    }

    /** The hits to look at, and the results among theirs that can have changed; empty bounds are none. */
    private record Reach(
            Optional<Instant> from, Optional<Instant> to, Optional<Instant> resultsFrom, Optional<Instant> resultsTo) {
        private static final Reach ALL =
                new Reach(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        static Reach of(Definition definition, List<Hit> before, List<Hit> after, Instant at) {
            return switch (definition) {
                case Sequence sequence ->
                    sequence.maxspan().map(span -> within(at, span)).orElse(ALL);
                case Unordered unordered ->
                    unordered
                            .maxspan()
                            .map(span -> gaps(before, after, at, span))
                            .orElse(ALL);
                case Window window -> ahead(at, window.timespan());
                case Sample sample -> ALL;
            };
        }

        /**
         * A change reaches the mandatory events of results within one span of it; optional events before the first, or after the
         * last, may lie one span further, and what decides on all of these one more.
         */
        private static Reach within(Instant at, Duration span) {
            Duration results = span.multipliedBy(2);
            Duration hits = span.multipliedBy(SPANS);
            return new Reach(
                    Optional.of(at.minus(hits)),
                    Optional.of(at.plus(hits)),
                    Optional.of(at.minus(results)),
                    Optional.of(at.plus(results)));
        }

        /** A window looks back only: what fires does so at the change or later; its own events may lie before. */
        private static Reach ahead(Instant at, Duration span) {
            return new Reach(
                    Optional.of(at.minus(span)), Optional.of(at.plus(span)), Optional.empty(), Optional.empty());
        }

        /** Each result of an unordered set spends what was before it: only where nothing was for a span it begins anew. */
        private static Reach gaps(List<Hit> before, List<Hit> after, Instant at, Duration span) {
            Instant from = at;
            Instant to = at;
            for (List<Hit> hits : List.of(before, after)) {
                Instant back = at;
                for (Hit hit : hits.reversed()) {
                    if (!hit.time().isAfter(back)
                            && Duration.between(hit.time(), back).compareTo(span) <= 0) {
                        back = hit.time();
                    }
                }
                Instant on = at;
                for (Hit hit : hits) {
                    if (!hit.time().isBefore(on)
                            && Duration.between(on, hit.time()).compareTo(span) <= 0) {
                        on = hit.time();
                    }
                }
                from = back.isBefore(from) ? back : from;
                to = on.isAfter(to) ? on : to;
            }
            return new Reach(Optional.of(from), Optional.of(to), Optional.empty(), Optional.empty());
        }

        List<Result> results(Definition definition, List<Hit> hits) {
            int begin = from.map(f -> Search.first(hits, h -> !h.time().isBefore(f)))
                    .orElse(0);
            int end = to.map(t -> Search.first(hits, h -> h.time().isAfter(t))).orElse(hits.size());
            return definition.find(hits.subList(begin, end)).stream()
                    .filter(r -> resultsFrom.isEmpty() || !r.first().time().isBefore(resultsFrom.get()))
                    .filter(r -> resultsTo.isEmpty() || !r.last().time().isAfter(resultsTo.get()))
                    .toList();
        }
    }
}
