package io.tadoru.normalize;

import io.tadoru.detection.Mark;
import io.tadoru.detection.Marks;
import io.tadoru.event.Event;
import io.tadoru.event.EventJson;
import io.tadoru.event.Fields;
import io.tadoru.event.Json;
import io.tadoru.event.Limits;
import io.tadoru.event.RawRecord;
import io.tadoru.event.Reject;
import io.tadoru.identity.Parties;
import io.tadoru.identity.Sightings;
import java.util.List;
import java.util.Optional;

/** One record's walk through normalize: read, examined, whose it is. A function of the record alone; never throws. */
final class Walk {
    /** Half of a record, so that what wraps it later still fits. */
    private static final int MOST_BYTES = Limits.TOPIC_RECORD_BYTES / 2;

    private final NormalizeParts parts;

    Walk(NormalizeParts parts) {
        this.parts = parts;
    }

    Outcome of(RawRecord raw) {
        try {
            return switch (parts.reader().apply(raw)) {
                case Reading.Read read -> normal(raw, read);
                case Reading.Dropped dropped -> new Outcome.Refused(Reject.dropped(raw, dropped.reason()));
                case Reading.Rejected rejected -> refused(raw, rejected.reason());
            };
        } catch (RuntimeException e) {
            // A bug of ours in reading must cost one line, not the stream.
            return refused(raw, "failed while being read: " + e.getClass().getSimpleName());
        }
    }

    private Outcome normal(RawRecord raw, Reading.Read read) {
        Event event = read.event().with(Fields.EVENT_INGESTED, raw.receivedAt().toString());
        if (event.id().isEmpty()) {
            event = event.with(Fields.EVENT_ID, raw.id());
        }
        byte[] json = EventJson.encode(event);
        Optional<Marks> marks = marks(event);
        if (json.length > MOST_BYTES
                || marks.filter(m -> Json.bytes(m).length > MOST_BYTES).isPresent()) {
            return refused(raw, "the event is larger than " + MOST_BYTES + " bytes");
        }
        return new Outcome.Normal(event, json, Sightings.of(event, read.observations(), raw.source()), marks);
    }

    private Optional<Marks> marks(Event event) {
        List<Mark> marks = parts.detector().apply(event);
        if (marks.isEmpty()) {
            return Optional.empty();
        }
        Parties.Result whose = Parties.of(event, parts.office());
        return Optional.of(new Marks(event.id(), event.time(), whose.parties(), whose.beyond(), marks));
    }

    private static Outcome refused(RawRecord raw, String reason) {
        return new Outcome.Refused(Reject.rejected(raw, reason));
    }
}
