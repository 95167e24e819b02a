package io.tadoru.normalize;

import io.tadoru.connector.Part;
import io.tadoru.event.Event;
import io.tadoru.event.Observation;
import java.util.List;

/** What became of a raw record: exactly one of three. */
public sealed interface Reading {
    /**
     * It is an event, and tells whose names its names are.
     *
     * @param parts in what is told in several lines; mostly none
     */
    record Read(Event event, List<Observation> observations, List<Part> parts) implements Reading {
        public Read {
            observations = List.copyOf(observations);
            parts = List.copyOf(parts);
        }
    }

    /** Noise by design of its connector. */
    record Dropped(String reason) implements Reading {}

    /** It could not be read, or its source is unknown; the reason is for people. */
    record Rejected(String reason) implements Reading {}
}
