package io.tadoru.normalize.knowledge;

import io.tadoru.detection.Indicator;
import java.util.Arrays;
import java.util.Optional;

/** An indicator's key on {@code tadoru.indicators}, in parts: half a million of them share their texts with the indicators. */
record IndicatorKey(Indicator.Kind kind, String value, String source) {
    static IndicatorKey of(Indicator indicator) {
        return new IndicatorKey(indicator.kind(), indicator.value(), indicator.source());
    }

    /** Of {@code type:value|source}; empty when it is none. */
    static Optional<IndicatorKey> parse(String key) {
        int colon = key.indexOf(':');
        int bar = key.lastIndexOf('|');
        return colon < 0 || bar < colon
                ? Optional.empty()
                : Arrays.stream(Indicator.Kind.values())
                        .filter(kind -> kind.word().equals(key.substring(0, colon)))
                        .findFirst()
                        .map(kind -> new IndicatorKey(kind, key.substring(colon + 1, bar), key.substring(bar + 1)));
    }
}
