package io.tadoru.detection.sequence;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What lies within a span before each event, counted or summed: Sigma's correlations in their window form. It fires at an event
 * with which the condition holds and without which it did not.
 *
 * @param type what is counted
 * @param rules how many rules there are, for {@link Type#TEMPORAL}
 * @param percentile for {@link Type#VALUE_PERCENTILE}, 0 to 100
 * @param condition all of these must hold for the value
 */
public record Window(Type type, int rules, int percentile, Duration timespan, Map<Comparison, BigDecimal> condition)
        implements Definition {
    /** Of a window's events so many are named, the latest; the count is exact. */
    static final int MOST_NAMED = 100;

    /** Sigma's names for them. */
    public enum Type {
        EVENT_COUNT,
        VALUE_COUNT,
        TEMPORAL,
        VALUE_SUM,
        VALUE_AVG,
        VALUE_PERCENTILE
    }

    /** Sigma's names for them. */
    public enum Comparison {
        EQ,
        NEQ,
        LT,
        LTE,
        GT,
        GTE;

        boolean holds(int comparison) {
            return switch (this) {
                case EQ -> comparison == 0;
                case NEQ -> comparison != 0;
                case LT -> comparison < 0;
                case LTE -> comparison <= 0;
                case GT -> comparison > 0;
                case GTE -> comparison >= 0;
            };
        }
    }

    public Window {
        condition = Map.copyOf(condition);
    }

    @Override
    public List<Result> find(List<Hit> hits) {
        List<Result> found = new ArrayList<>();
        WindowValue value = WindowValue.of(this);
        Deque<Hit> within = new ArrayDeque<>();
        Span span = new Span(Optional.of(timespan));
        for (Hit hit : hits) {
            if (hit.stages() == 0 || !value.takes(hit)) {
                continue;
            }
            while (!within.isEmpty() && !span.isWithin(within.getFirst(), hit)) {
                value.remove(within.removeFirst());
            }
            boolean before = holds(value.now());
            within.addLast(hit);
            value.add(hit);
            if (!before && holds(value.now())) {
                found.add(result(within, hit));
            }
        }
        return found;
    }

    /** How many events on either side of a change decide what it changes, where that is known: of counts that only have to be reached. */
    public Optional<Integer> enough() {
        boolean reached = type == Type.EVENT_COUNT
                && condition.keySet().stream().allMatch(c -> c == Comparison.GTE || c == Comparison.GT);
        return reached
                ? condition.values().stream()
                        .max(BigDecimal::compareTo)
                        .filter(most -> most.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE / 2)) < 0)
                        .map(most -> Math.max(1, most.intValue() + 1))
                : Optional.empty();
    }

    private boolean holds(Optional<BigDecimal> value) {
        return value.filter(v ->
                        condition.entrySet().stream().allMatch(c -> c.getKey().holds(v.compareTo(c.getValue()))))
                .isPresent();
    }

    private static Result result(Deque<Hit> within, Hit last) {
        List<Optional<Hit>> named = within.stream()
                .skip(Math.max(0, within.size() - MOST_NAMED))
                .map(Optional::of)
                .toList();
        return new Result(named, within.getFirst().at(), last.at(), Optional.of(last.time()));
    }
}
