package io.tadoru.detection;

import java.math.BigDecimal;

/** Compares as numbers; a value that is none fails. */
record BoundTest(Order order, BigDecimal bound) implements ValueTest {
    /** Sigma's words for it. */
    enum Order {
        LT,
        LTE,
        GT,
        GTE;

        boolean holds(int comparison) {
            return switch (this) {
                case LT -> comparison < 0;
                case LTE -> comparison <= 0;
                case GT -> comparison > 0;
                case GTE -> comparison >= 0;
            };
        }
    }

    @Override
    public boolean test(String value) {
        BigDecimal got = ValueTest.decimal(value);
        return got != null && order.holds(got.compareTo(bound));
    }
}
