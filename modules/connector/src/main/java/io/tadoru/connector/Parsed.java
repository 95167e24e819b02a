package io.tadoru.connector;

import io.tadoru.event.Event;
import io.tadoru.event.Observation;
import java.util.List;

/** What a connector made of one record: the end of a line's walk through it. */
public sealed interface Parsed {
    /**
     * An event, and what it tells about whose names its names are.
     *
     * @param parts in what is told in several lines; mostly none
     */
    record Accepted(Event event, List<Observation> observations, List<Part> parts) implements Parsed {
        public Accepted {
            observations = List.copyOf(observations);
            parts = List.copyOf(parts);
        }

        /** On its way to those that tell the same thing. */
        public Member member() {
            return new Member(event, parts);
        }
    }

    /** Noise by design of the connector. */
    record Dropped(String reason) implements Parsed {}

    /** It could not be read; the reason is for people. */
    record Rejected(String reason) implements Parsed {}
}
