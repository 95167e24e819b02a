package io.tadoru.correlate;

import io.tadoru.detection.Level;
import io.tadoru.detection.Mark;
import io.tadoru.detection.Marks;
import io.tadoru.detection.Stage;
import io.tadoru.event.Identity;
import io.tadoru.event.Layer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whom a marked event has to ask. */
final class Questions {
    /** Layers whose silence matters to a chain. */
    private static final List<Layer> WATCHED = List.of(Layer.MAIL, Layer.SWG, Layer.FIREWALL, Layer.EPP);

    private Questions() {}

    static Set<Identity> of(Marks marks) {
        if (marks.marks().isEmpty()) {
            return Set.of();
        }
        Stream<Identity> names = marks.parties().stream()
                .flatMap(p -> p.identities().stream())
                .filter(i -> i.kind() != Identity.Kind.HOST);
        return Stream.concat(names, sensors(marks).stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Only what may anchor or shape a chain asks who was listening. */
    static Set<Identity> sensors(Marks marks) {
        return marks.marks().stream().anyMatch(Questions::weighty)
                ? WATCHED.stream().map(Identity::sensor).collect(Collectors.toCollection(LinkedHashSet::new))
                : Set.of();
    }

    private static boolean weighty(Mark mark) {
        return mark.stage() == Stage.DETECTION
                || mark.stage() == Stage.RESPONSE
                || mark.rule().level().compareTo(Level.HIGH) >= 0;
    }
}
