package io.tadoru.detection.sequence;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The value of a window as events come into it and leave it. */
sealed interface WindowValue {
    /** Whether the event counts: one without the field, or with no number in it, may not. */
    boolean takes(Hit hit);

    void add(Hit hit);

    void remove(Hit hit);

    /** Empty when there is none, as the mean of nothing. */
    Optional<BigDecimal> now();

    static WindowValue of(Window window) {
        return switch (window.type()) {
            case EVENT_COUNT -> new Count();
            case VALUE_COUNT -> new Distinct();
            case TEMPORAL -> new Rules(window.rules());
            case VALUE_SUM -> new Sum(false);
            case VALUE_AVG -> new Sum(true);
            case VALUE_PERCENTILE -> new Percentile(window.percentile());
        };
    }

    /** How many events. */
    final class Count implements WindowValue {
        private long count;

        @Override
        public boolean takes(Hit hit) {
            return true;
        }

        @Override
        public void add(Hit hit) {
            count++;
        }

        @Override
        public void remove(Hit hit) {
            count--;
        }

        @Override
        public Optional<BigDecimal> now() {
            return Optional.of(BigDecimal.valueOf(count));
        }
    }

    /** How many different values. */
    final class Distinct implements WindowValue {
        private final Map<String, Integer> values = new HashMap<>();

        @Override
        public boolean takes(Hit hit) {
            return hit.value() != null;
        }

        @Override
        public void add(Hit hit) {
            values.merge(Objects.requireNonNull(hit.value()), 1, Integer::sum);
        }

        @Override
        public void remove(Hit hit) {
            values.computeIfPresent(Objects.requireNonNull(hit.value()), (v, count) -> count == 1 ? null : count - 1);
        }

        @Override
        public Optional<BigDecimal> now() {
            return Optional.of(BigDecimal.valueOf(values.size()));
        }
    }

    /** How many of the rules. */
    final class Rules implements WindowValue {
        private final int[] counts;

        Rules(int rules) {
            this.counts = new int[rules];
        }

        @Override
        public boolean takes(Hit hit) {
            return true;
        }

        @Override
        public void add(Hit hit) {
            change(hit, 1);
        }

        @Override
        public void remove(Hit hit) {
            change(hit, -1);
        }

        private void change(Hit hit, int by) {
            for (int rule = 0; rule < counts.length; rule++) {
                counts[rule] += hit.is(rule) ? by : 0;
            }
        }

        @Override
        public Optional<BigDecimal> now() {
            long matched = 0;
            for (int count : counts) {
                matched += count > 0 ? 1 : 0;
            }
            return Optional.of(BigDecimal.valueOf(matched));
        }
    }

    /** All values together, or their mean. */
    final class Sum implements WindowValue {
        private final boolean mean;
        private BigDecimal sum = BigDecimal.ZERO;
        private int count;

        Sum(boolean mean) {
            this.mean = mean;
        }

        @Override
        public boolean takes(Hit hit) {
            return number(hit) != null;
        }

        @Override
        public void add(Hit hit) {
            sum = sum.add(known(hit));
            count++;
        }

        @Override
        public void remove(Hit hit) {
            sum = sum.subtract(known(hit));
            count--;
        }

        @Override
        public Optional<BigDecimal> now() {
            if (!mean) {
                return Optional.of(sum);
            }
            return count == 0
                    ? Optional.empty()
                    : Optional.of(sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL64));
        }
    }

    /** The value below which so many of a hundred lie, by the nearest rank (as NIST's handbook, section 7.2.6.2, names it). */
    final class Percentile implements WindowValue {
        private final int percentile;
        private final TreeMap<BigDecimal, Integer> values = new TreeMap<>();
        private int count;

        Percentile(int percentile) {
            this.percentile = percentile;
        }

        @Override
        public boolean takes(Hit hit) {
            return number(hit) != null;
        }

        @Override
        public void add(Hit hit) {
            values.merge(known(hit), 1, Integer::sum);
            count++;
        }

        @Override
        public void remove(Hit hit) {
            values.computeIfPresent(known(hit), (v, many) -> many == 1 ? null : many - 1);
            count--;
        }

        @Override
        public Optional<BigDecimal> now() {
            long rank = Math.max(1, (percentile * (long) count + 99) / 100);
            for (Map.Entry<BigDecimal, Integer> value : values.entrySet()) {
                rank -= value.getValue();
                if (rank <= 0) {
                    return Optional.of(value.getKey());
                }
            }
            return Optional.empty();
        }
    }

    private static BigDecimal known(Hit hit) {
        return Objects.requireNonNull(number(hit));
    }

    /** As long as a number may reasonably be. */
    private static @Nullable BigDecimal number(Hit hit) {
        String text = hit.value();
        if (text == null || text.isEmpty() || text.length() > 32) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            return Math.abs(number.scale()) > 32 ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
