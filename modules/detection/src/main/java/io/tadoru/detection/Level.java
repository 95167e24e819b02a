package io.tadoru.detection;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A rule's level, Sigma's five words, weakest first. */
public enum Level {
    INFORMATIONAL,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The level of that name; empty when there is none. */
    public static Optional<Level> of(String text) {
        return Arrays.stream(values())
                .filter(l -> l.text().equalsIgnoreCase(text))
                .findFirst();
    }
}
