package io.tadoru.detection.sequence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as one definition sees it under one key.
 *
 * @param stages a bit for each stage that it matches; for a {@link Window} for each of its rules
 * @param until whether it ends what is pending
 * @param value what a {@link Window}'s field says; null without
 */
public record Hit(
        Ordinal at, long stages, boolean until, @Nullable String value) {
    /** For definitions that look at no field. */
    public Hit(Ordinal at, long stages, boolean until) {
        this(at, stages, until, null);
    }

    boolean is(int stage) {
        return (stages >> stage & 1) == 1;
    }

    Instant time() {
        return at.time();
    }

    /** The event's id. */
    public String id() {
        return at.id();
    }
}
