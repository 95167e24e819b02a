package io.tadoru.normalize;

import io.tadoru.detection.Detector;
import io.tadoru.detection.KeyedHit;
import io.tadoru.detection.Mark;
import io.tadoru.detection.Marks;
import io.tadoru.event.Event;
import io.tadoru.event.EventJson;
import io.tadoru.event.Fields;
import io.tadoru.event.Json;
import io.tadoru.event.Limits;
import io.tadoru.event.Observation;
import io.tadoru.event.RawRecord;
import io.tadoru.event.Reject;
import io.tadoru.identity.Parties;
import io.tadoru.identity.Sightings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
        Said said = said(event, Sightings.of(event, read.observations(), raw.source(), parts.office()), false);
        return fits(said)
                ? new Outcome.Normal(said, read.parts())
                : refused(raw, "the event is larger than " + MOST_BYTES + " bytes");
    }

    private static boolean fits(Said said) {
        return said.json().length <= MOST_BYTES
                && said.marks().filter(m -> Json.bytes(m).length > MOST_BYTES).isEmpty()
                && said.hits().stream().noneMatch(hit -> Json.bytes(hit).length > MOST_BYTES);
    }

    private Said said(Event event, List<Observation> observations, boolean again) {
        Detector.Examined examined = parts.examiner().examined(event);
        List<Mark> marks = examined.marks();
        if (marks.isEmpty() && examined.hits().isEmpty() && !again) {
            return new Said(
                    event, EventJson.encode(event), observations, Optional.empty(), List.of(), examined.heard());
        }
        Parties.Result whose = Parties.of(event, parts.office(), Mark.onlyInOurNames(marks));
        // What is said again takes back what was marked before, whatever that was.
        Optional<Marks> all = marks.isEmpty() && !again ? Optional.empty() : Optional.of(marks(event, marks, whose));
        return new Said(
                event, EventJson.encode(event), observations, all, hits(event, examined.hits()), examined.heard());
    }

    private static Marks marks(Event event, List<Mark> marks, Parties.Result whose) {
        return new Marks(event.id(), event.time(), whose.parties(), whose.beyond(), marks);
    }

    /**
     * What to say of an event that other lines have completed; empty when it cannot be said, and what was said before stands.
     *
     * @param again whether something was said of it before
     */
    Optional<Said> completed(AssemblyDesk.Restated restated, boolean again) {
        Event event = restated.now().event();
        String source = event.text(Fields.SOURCE).orElse("");
        try {
            Said said = said(event, Sightings.of(event, restated.now().observations(), source, parts.office()), again);
            return Optional.of(restated.was()
                            .map(was -> said.with(withdrawn(was, said.hits())))
                            .orElse(said))
                    .filter(Walk::fits);
        } catch (RuntimeException e) { // a bug of ours: the line's own event is not lost
            return Optional.empty();
        }
    }

    /** What it told correlations as it was, and does not any more. */
    private List<KeyedHit> withdrawn(Event was, List<KeyedHit> now) {
        Set<String> keys = now.stream().map(CorrelationProcessor::key).collect(Collectors.toSet());
        return hits(was, parts.examiner().examined(was).hits()).stream()
                .filter(hit -> !keys.contains(CorrelationProcessor.key(hit)))
                .map(KeyedHit::withdraw)
                .toList();
    }

    private List<KeyedHit> hits(Event event, List<KeyedHit> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Parties.Result whose = Parties.of(event, parts.office());
        return found.stream()
                .map(hit -> hit.of(whose.parties(), whose.beyond()))
                .toList();
    }

    private static Outcome refused(RawRecord raw, String reason) {
        return new Outcome.Refused(Reject.rejected(raw, reason));
    }
}
