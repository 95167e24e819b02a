package io.tadoru.investigate;

import io.tadoru.detection.Detector;
import io.tadoru.detection.KeyedHit;
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
record Intake(Span span, Detector detector, Office office, Knowledge knowledge, EventSpool events, HitSpool hits) {
    void take(Event event, List<Observation> observations) throws IOException {
        // Also outside of the span: yesterday's lease tells whose it is today.
        knowledge.saw(event, observations, event.text(Fields.SOURCE).orElse(""));
        if (span.holds(event.time())) {
            examine(event);
            events.add(event);
        }
    }

    private void examine(Event event) throws IOException {
        Detector.Examined examined = detector.examined(event);
        if (examined.marks().isEmpty() && examined.hits().isEmpty()) {
            return;
        }
        if (!examined.marks().isEmpty()) {
            Parties.Result whose = Parties.of(event, office, Mark.onlyInOurNames(examined.marks()));
            knowledge.marked(new Marks(event.id(), event.time(), whose.parties(), whose.beyond(), examined.marks()));
        }
        hits(event, examined.hits());
    }

    private void hits(Event event, List<KeyedHit> told) throws IOException {
        if (told.isEmpty()) {
            return;
        }
        Parties.Result whose = Parties.of(event, office);
        for (KeyedHit hit : told) {
            hits.add(hit.of(whose.parties(), whose.beyond()));
        }
    }

    /** All has been read: what events say together becomes marks too. */
    void end() throws IOException {
        hits.each(knowledge::marked);
    }
}
