package io.tadoru.detection;

import java.math.BigDecimal;

/** {@code 7080}, {@code "7080"} and {@code 7080.0} are one number. */
record NumberTest(String text, BigDecimal number) implements ValueTest {

    @Override
    public boolean test(String value) {
        if (value.equals(text)) {
            return true;
        }
        BigDecimal got = ValueTest.decimal(value);
        return got != null && got.compareTo(number) == 0;
    }

    @Override
    public Needle needle() {
        return new Needle.Whole(canonical(number));
    }

    /** The same text for the same number. */
    static String canonical(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
