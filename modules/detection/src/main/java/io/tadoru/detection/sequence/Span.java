package io.tadoru.detection.sequence;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How far apart the events of a result may lie, in event time; exactly so far is allowed. */
record Span(Optional<Duration> most) {

    boolean isWithin(Instant first, Instant last) {
        return most.isEmpty() || Duration.between(first, last).compareTo(most.get()) <= 0;
    }

    boolean isWithin(Hit first, Hit last) {
        return isWithin(first.time(), last.time());
    }

    /** When it ends; empty when it does not. */
    Optional<Instant> from(Instant first) {
        return most.map(first::plus);
    }
}
