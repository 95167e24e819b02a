package io.tadoru.detection;

import io.tadoru.event.Party;
import java.time.Instant;
import java.util.List;

/**
 * All marks of one event, on {@code tadoru.marks}: each message replaces what was said of the event before, and one without
 * marks takes it back.
 *
 * @param parties whose event it is: each is resolved to a host, which then gets the marks
 * @param partiesBeyond how many more parties the event had than are kept (a mass mailing)
 */
public record Marks(String eventId, Instant time, List<Party> parties, int partiesBeyond, List<Mark> marks) {
    public Marks {
        parties = List.copyOf(parties);
        marks = List.copyOf(marks);
    }
}
