package io.tadoru.detection;

import io.tadoru.event.Event;
import io.tadoru.event.Layer;
import io.tadoru.event.Verdict;
import java.util.Optional;

/** Which part an event plays: what the EPP decided comes before whatever tactic a rule carries. */
final class StageOf {
    private StageOf() {}

    /** The verdict's stage, else the given, else what the layer sees most; empty for a layer that says nothing of stages. */
    static Optional<Stage> of(Event event, Optional<Stage> otherwise) {
        return event.layer()
                .flatMap(layer -> (layer == Layer.EPP ? event.verdict() : Optional.<Verdict>empty())
                        .flatMap(StageOf::decided)
                        .or(() -> otherwise)
                        .or(() -> Optional.of(usual(layer))));
    }

    private static Stage usual(Layer layer) {
        return switch (layer) {
            case MAIL -> Stage.INITIAL_ACCESS;
            case EPP -> Stage.EXECUTION;
            case FIREWALL, SWG -> Stage.COMMAND_AND_CONTROL;
            case IDENTITY -> Stage.CREDENTIAL_ACCESS;
        };
    }

    private static Optional<Stage> decided(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> Optional.empty();
            case DETECTED -> Optional.of(Stage.DETECTION);
            case BLOCKED, QUARANTINED, CLEANED, FAILED -> Optional.of(Stage.RESPONSE);
        };
    }
}
