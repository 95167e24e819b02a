package io.tadoru.chain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time that is known within bounds, each with the line it rests on.
 *
 * @param notBefore null when no line bounds it from below
 * @param notAfter null when no line bounds it from above
 * @param notBeforeBy hash of the line behind the lower bound, or empty
 * @param notAfterBy hash of the line behind the upper bound, or empty
 */
public record Range(@Nullable Instant notBefore, @Nullable Instant notAfter, String notBeforeBy, String notAfterBy) {}
