package io.tadoru.detection.indicator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a list is written. */
public enum Form {
    /** One value a line. */
    PLAIN,
    /** With a heading that names the columns. */
    CSV,
    /** A STIX 2.x bundle, or a TAXII envelope. */
    STIX,
    /** A MISP event, or several. */
    MISP;

    /** The form of that name, as settings have it. */
    public static Optional<Form> of(String word) {
        return Arrays.stream(values())
                .filter(form -> form.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
