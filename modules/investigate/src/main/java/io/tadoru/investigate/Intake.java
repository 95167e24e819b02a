package io.tadoru.investigate;

import io.tadoru.detection.Detector;
import io.tadoru.detection.Mark;
import io.tadoru.detection.Marks;
import io.tadoru.event.Event;
import io.tadoru.event.Fields;
import io.tadoru.event.Observation;
import io.tadoru.identity.Office;
import io.tadoru.identity.Parties;
import java.io.IOException;
import java.util.List;

/** Where events go once they are complete: what they tell is kept, and those in the span are examined and wait for their host. */
record Intake(Span span, Detector detector, Office office, Knowledge knowledge, EventSpool events) {
    void take(Event event, List<Observation> observations) throws IOException {
        // Also outside of the span: yesterday's lease tells whose it is today.
        knowledge.saw(event, observations, event.text(Fields.SOURCE).orElse(""));
        if (span.holds(event.time())) {
            examine(event);
            events.add(event);
        }
    }

    private void examine(Event event) throws IOException {
        List<Mark> marks = detector.examine(event);
        if (!marks.isEmpty()) {
            Parties.Result parties = Parties.of(event, office);
            knowledge.marked(new Marks(event.id(), event.time(), parties.parties(), parties.beyond(), marks));
        }
    }
}
