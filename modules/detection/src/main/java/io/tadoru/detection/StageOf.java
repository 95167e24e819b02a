package io.tadoru.detection;

import io.tadoru.event.Event;
import io.tadoru.event.Layer;
import io.tadoru.event.Verdict;
import java.util.Optional;

/** Which part an event plays: what the EPP decided comes before whatever tactic a rule carries. */
final class StageOf {
    private StageOf() {}

    /** The verdict's stage, else the given; empty when there is neither. */
    static Optional<Stage> of(Event event, Optional<Stage> otherwise) {
        return event.layer().filter(Layer.EPP::equals).isPresent()
                ? event.verdict().flatMap(StageOf::decided).or(() -> otherwise)
                : otherwise;
    }

    private static Optional<Stage> decided(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> Optional.empty();
            case DETECTED -> Optional.of(Stage.DETECTION);
            case BLOCKED, QUARANTINED, CLEANED, FAILED -> Optional.of(Stage.RESPONSE);
        };
    }
}
