package io.tadoru.investigate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The stretch of event time that is asked about.
 *
 * @param from inclusive; null for the beginning
 * @param to exclusive; null for the end
 */
public record Span(@Nullable Instant from, @Nullable Instant to) {
    /** Everything. */
    public static final Span ALL = new Span(null, null);

    boolean holds(Instant time) {
        return (from == null || !time.isBefore(from)) && (to == null || time.isBefore(to));
    }
}
