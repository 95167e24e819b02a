package io.tadoru.correlate;

import io.tadoru.detection.Marks;
import io.tadoru.event.Identity;
import io.tadoru.event.Layer;
import io.tadoru.identity.Asking;
import io.tadoru.identity.Candidate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whom a marked event has to ask: the names it bears whose they were, and each layer whether it was awake. */
final class Questions {
    /** Layers whose silence matters to a chain. */
    static final Set<Identity> SENSORS = Stream.of(Layer.MAIL, Layer.SWG, Layer.FIREWALL, Layer.EPP)
            .map(Identity::sensor)
            .collect(Collectors.toUnmodifiableSet());

    private Questions() {}

    static Set<Identity> of(Marks marks, Map<Identity, List<Candidate>> known) {
        if (marks.marks().isEmpty()) {
            return Set.of();
        }
        Stream<Identity> names = marks.parties().stream().flatMap(p -> Asking.of(p, known).stream());
        return Stream.concat(names, SENSORS.stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
