package io.tadoru.detection;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** What a rule asks of one value, as text. */
@FunctionalInterface
interface ValueTest {
    boolean test(String value);

    /** Found anywhere in the value; RE2, so linear in the value's length whatever the rule says. */
    static ValueTest regex(Pattern pattern) {
        return value -> pattern.matcher(value).find();
    }

    static ValueTest network(Network network) {
        return value -> Address.parse(value).filter(network::contains).isPresent();
    }

    /** {@code 7080}, {@code "7080"} and {@code 7080.0} are one number. */
    static ValueTest number(String text) {
        BigDecimal wanted = decimal(text);
        return value -> {
            if (value.equals(text)) {
                return true;
            }
            BigDecimal got = wanted == null ? null : decimal(value);
            return got != null && got.compareTo(wanted) == 0;
        };
    }

    /** Compares as numbers; a value that is none fails. */
    static ValueTest compare(BigDecimal bound, IntPredicate order) {
        return value -> {
            BigDecimal got = decimal(value);
            return got != null && order.test(got.compareTo(bound));
        };
    }

    /** The number; null when the text is none, or is so long that it is an attack rather than a number. */
    static @Nullable BigDecimal decimal(String text) {
        if (text.isEmpty() || text.length() > 32 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
            return null;
        }
        char first = text.charAt(0);
        if (first != '-' && first != '.' && (first < '0' || first > '9')) {
            return null;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
