package io.tadoru.detection;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a rule asks of one value, as text. */
sealed interface ValueTest permits Glob, NumberTest, BoundTest, PatternTest, NetworkTest, DatePart {
    boolean test(String value);

    /** What a value that passes must have. */
    default Needle needle() {
        return Needle.NONE;
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
