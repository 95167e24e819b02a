package io.tadoru.detection.indicator;

import io.tadoru.detection.Indicator;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry as its list has it, not yet known to be of use.
 *
 * @param type empty where the value says by itself what it is
 * @param source empty for the list's own
 */
record Written(
        String type,
        String value,
        String source,
        int confidence,
        @Nullable Instant from,
        @Nullable Instant until,
        String name) {

    static Written of(String type, String value) {
        return new Written(type, value, "", Indicator.UNSAID, null, null, "");
    }

    Written told(String teller, String about) {
        return new Written(type, value, teller, confidence, from, until, about);
    }
}
