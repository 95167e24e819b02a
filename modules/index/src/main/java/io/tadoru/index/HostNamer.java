package io.tadoru.index;

import io.tadoru.event.Event;
import io.tadoru.event.Fields;
import io.tadoru.event.HostName;
import io.tadoru.event.Identity;
import io.tadoru.event.Party;
import io.tadoru.identity.Candidate;
import io.tadoru.identity.HostChoice;
import io.tadoru.identity.Office;
import io.tadoru.identity.Parties;
import io.tadoru.identity.Resolution;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Says which host an event document belongs to: by its own word, else by whom its address or account stood for then. */
final class HostNamer {
    /** Under which identities an event may be found again when a binding of theirs changes. */
    static final String IDENTITIES = "tadoru.host.identities";

    private static final String HOSTNAME = "host.hostname";
    private static final Set<String> OURS = Set.of(Fields.HOST_ID, Fields.HOST_BASIS, IDENTITIES);

    private final Office office;
    private final BiFunction<Identity, Instant, List<Candidate>> bindings;

    HostNamer(Office office, BiFunction<Identity, Instant, List<Candidate>> bindings) {
        this.office = office;
        this.bindings = bindings;
    }

    /**
     * The event with {@link Fields#HOST_ID} and {@link Fields#HOST_BASIS}, and {@link Fields#HOST_NAME} where a name was
     * found. Until one is, the identity itself is the host.
     */
    Event name(Event event) {
        return place(without(OURS, event));
    }

    /** Once more, an event that stands in its index; one that its log named keeps its host. */
    Event nameAgain(Event indexed) {
        boolean own =
                indexed.text(Fields.HOST_BASIS).filter(HostChoice.LOG::equals).isPresent();
        return own ? indexed : name(without(Set.of(Fields.HOST_NAME), indexed));
    }

    private static Event without(Set<String> names, Event event) {
        if (names.stream().noneMatch(event::has)) {
            return event;
        }
        Map<String, Object> left = new LinkedHashMap<>(event.fields());
        left.keySet().removeAll(names);
        return Event.of(left);
    }

    private Event place(Event event) {
        Optional<String> own =
                event.text(Fields.HOST_NAME).map(HostName::normal).filter(name -> !name.isBlank());
        return own.map(name -> placed(event, new HostChoice(name, HostChoice.LOG)))
                .or(() -> party(event).map(party -> findable(party, chosen(event, choose(event, party)))))
                .orElse(event);
    }

    /** A mail to sixty is no one host's event. */
    private Optional<Party> party(Event event) {
        List<Party> parties = Parties.of(event, office).parties();
        return parties.size() == 1 ? Optional.of(parties.getFirst()) : Optional.empty();
    }

    private HostChoice choose(Event event, Party party) {
        Map<Identity, List<Candidate>> answers = party.identities().stream()
                .distinct()
                .collect(Collectors.toMap(i -> i, i -> bindings.apply(i, event.time())));
        return Resolution.choose(party, answers);
    }

    private static Event findable(Party party, Event event) {
        return event.with(
                IDENTITIES,
                party.identities().stream().map(Identity::toString).distinct().toList());
    }

    private static Event chosen(Event event, HostChoice choice) {
        Event placed = placed(event, choice);
        return choice.isName() ? named(placed, choice.host()) : placed;
    }

    /** A gateway that logged itself as the host is the observer still. */
    private static Event named(Event event, String host) {
        Event named = event.with(Fields.HOST_NAME, host);
        return event.has(HOSTNAME) ? named.with(HOSTNAME, host) : named;
    }

    private static Event placed(Event event, HostChoice choice) {
        return event.with(Fields.HOST_ID, choice.host()).with(Fields.HOST_BASIS, choice.basis());
    }
}
