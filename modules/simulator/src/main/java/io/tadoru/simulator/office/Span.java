package io.tadoru.simulator.office;

import java.time.Instant;

/** From one moment until before another. */
record Span(Instant from, Instant until) {
    boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    boolean meets(Span other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }
}
