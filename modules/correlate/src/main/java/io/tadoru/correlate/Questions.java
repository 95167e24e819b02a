package io.tadoru.correlate;

import io.tadoru.detection.Marks;
import io.tadoru.event.Identity;
import io.tadoru.event.Layer;
import java.util.LinkedHashSet;
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

    static Set<Identity> of(Marks marks) {
        if (marks.marks().isEmpty()) {
            return Set.of();
        }
        Stream<Identity> names = marks.parties().stream()
                .flatMap(p -> p.identities().stream())
                .filter(i -> i.kind() != Identity.Kind.HOST);
        return Stream.concat(names, SENSORS.stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
