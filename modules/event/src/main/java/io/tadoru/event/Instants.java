package io.tadoru.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Instants as documents write them: ISO 8601, with {@code Z} or an offset. */
public final class Instants {
    private Instants() {}

    /** The instant, or empty when the text is none. */
    public static Optional<Instant> parse(String text) {
        try {
            return Optional.of(
                    text.endsWith("Z")
                            ? Instant.parse(text)
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
