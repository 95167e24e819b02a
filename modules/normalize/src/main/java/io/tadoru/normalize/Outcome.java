package io.tadoru.normalize;

import io.tadoru.detection.Marks;
import io.tadoru.event.Event;
import io.tadoru.event.Observation;
import io.tadoru.event.Reject;
import java.util.List;
import java.util.Optional;

/** All that one raw record leads to. */
sealed interface Outcome {
    /**
     * A record that became an event.
     *
     * @param json the event as it goes out
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Normal(Event event, byte[] json, List<Observation> observations, Optional<Marks> marks) implements Outcome {}

    /** A record that became none. */
    record Refused(Reject reject) implements Outcome {}
}
