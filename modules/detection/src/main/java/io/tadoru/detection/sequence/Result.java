package io.tadoru.detection.sequence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that was found under a key.
 *
 * @param events by stage, for a {@link Window} those in the window; empty where nothing belongs
 * @param first the earliest of them
 * @param last the latest
 * @param deadline no event dated later can change it; empty when any can
 */
public record Result(List<Optional<Hit>> events, Ordinal first, Ordinal last, Optional<Instant> deadline) {
    public Result {
        events = List.copyOf(events);
    }

    static Result of(List<@Nullable Hit> places, Optional<Instant> deadline) {
        List<Optional<Hit>> events = new ArrayList<>();
        List<Ordinal> filled = new ArrayList<>();
        for (Hit hit : places) {
            events.add(Optional.ofNullable(hit));
            if (hit != null) {
                filled.add(hit.at());
            }
        }
        return new Result(events, Collections.min(filled), Collections.max(filled), deadline);
    }

    /** The ids of the events that are there, by stage. */
    public List<String> ids() {
        return events.stream().flatMap(Optional::stream).map(Hit::id).toList();
    }
}
