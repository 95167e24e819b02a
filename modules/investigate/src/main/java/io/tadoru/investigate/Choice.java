package io.tadoru.investigate;

import org.jspecify.annotations.Nullable;

/**
 * A way of reading, and who decided on it, so that a wrong zone can be told from one that nobody thought of.
 *
 * @param by {@code option}, {@code content} or {@code default}
 */
public record Choice<T>(T value, String by) {
    /** What was asked for, else the default. */
    public static <T> Choice<T> of(@Nullable T asked, T otherwise) {
        return asked == null ? new Choice<>(otherwise, "default") : new Choice<>(asked, "option");
    }
}
