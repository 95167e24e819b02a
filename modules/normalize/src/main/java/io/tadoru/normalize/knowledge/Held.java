package io.tadoru.normalize.knowledge;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a topic holds under a key.
 *
 * @param ours whether we wrote it; what others wrote is theirs to change and to take back
 */
record Held<T>(T value, boolean ours) {
    /** Whether it has to be written for the topic to hold this. */
    static <T> boolean differs(@Nullable Held<T> held, T wanted) {
        return held == null || (held.ours() && !held.value().equals(wanted));
    }

    /** Those of ours that nobody wants any more. */
    boolean isGone(Predicate<T> wanted) {
        return ours && !wanted.test(value);
    }
}
