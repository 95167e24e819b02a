package io.tadoru.detection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which needles of an expression to look for: one at least of those chosen stands in each event that it can match. The rarer the
 * better, so that an event meets few in vain.
 */
final class Needles {
    /** A needle and one field that it may stand in. */
    record Place(String field, Needle needle) {}

    /** Shorter ones stand everywhere. */
    static final int SHORTEST = 3;

    /** The place of keywords: no field is called so. */
    static final String ANYWHERE = "*";

    private static final double MANY = 1_000_000;

    private final Map<String, Integer> uses = new HashMap<>();

    /** Learns how common the needles of all expressions are among themselves. */
    Needles(List<Expression> expressions) {
        expressions.forEach(this::count);
    }

    private void count(Expression expression) {
        switch (expression) {
            case Expression.And and -> and.parts().forEach(this::count);
            case Expression.Or or -> or.parts().forEach(this::count);
            case Expression.Named named -> count(named.part());
            case Expression.Field field -> uses.merge(field.test().needle().text(), 1, Integer::sum);
            case Expression.Not not -> {}
            case Expression.Exists exists -> {}
            case Expression.Same same -> {}
            case Expression.Keyword keyword ->
                uses.merge(keyword.test().needle().text(), 1, Integer::sum);
        }
    }

    /** The places of which one must be met; empty when the expression may match whatever stands where. */
    Optional<List<Place>> of(Expression expression) {
        return switch (expression) {
            case Expression.And and -> rarest(and);
            case Expression.Or or -> all(or);
            case Expression.Named named -> of(named.part());
            case Expression.Field field -> places(field.names(), field.test().needle());
            case Expression.Not not -> Optional.empty();
            case Expression.Exists exists -> Optional.empty();
            case Expression.Same same -> Optional.empty();
            case Expression.Keyword keyword ->
                places(List.of(ANYWHERE), keyword.test().needle());
        };
    }

    private Optional<List<Place>> rarest(Expression.And and) {
        Optional<List<Place>> best = Optional.empty();
        double least = MANY;
        for (Expression part : and.parts()) {
            Optional<List<Place>> some = of(part);
            double cost = some.map(this::cost).orElse(MANY);
            if (cost < least) {
                best = some;
                least = cost;
            }
        }
        return best;
    }

    private Optional<List<Place>> all(Expression.Or or) {
        List<Place> all = new ArrayList<>();
        for (Expression part : or.parts()) {
            Optional<List<Place>> some = of(part);
            if (some.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(some.get());
        }
        return Optional.of(all);
    }

    private static Optional<List<Place>> places(List<String> fields, Needle needle) {
        boolean tooShort = needle instanceof Needle.Part part && part.text().length() < SHORTEST;
        return tooShort
                ? Optional.empty()
                : Optional.of(
                        fields.stream().map(name -> new Place(name, needle)).toList());
    }

    private double cost(List<Place> places) {
        return places.stream().mapToDouble(place -> cost(place.needle())).sum();
    }

    /** Used by many rules: found in many events. Short: the same. */
    private double cost(Needle needle) {
        int use = uses.getOrDefault(needle.text(), 0);
        return switch (needle) {
            case Needle.Whole whole -> 2.0 + use;
            case Needle.Part part -> use + 64.0 / (1L << Math.min(part.text().length() - SHORTEST, 40));
        };
    }
}
