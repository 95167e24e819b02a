package io.tadoru.index;

import io.tadoru.event.Event;
import io.tadoru.event.Fields;
import io.tadoru.event.HostName;
import io.tadoru.event.Identity;
import io.tadoru.event.Party;
import io.tadoru.identity.Asking;
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

    /** Once more, an event that stands in its index; one that its log named by a plain name keeps its host. */
    Event nameAgain(Event indexed) {
        boolean own =
                indexed.text(Fields.HOST_BASIS).filter(HostChoice.LOG::equals).isPresent() && !indexed.has(IDENTITIES);
        return own ? indexed : name(isOwn(indexed) ? indexed : without(Set.of(Fields.HOST_NAME), indexed));
    }

    /** Whether the name in it is the log's, which we asked for first, and not one that we found. */
    private static boolean isOwn(Event indexed) {
        return indexed.text(Fields.HOST_NAME).stream()
                .flatMap(name -> Asking.of(named(HostName.normal(name)), Map.of()).stream())
                .anyMatch(asked -> indexed.text(IDENTITIES)
                        .filter(asked.toString()::equals)
                        .isPresent());
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
        return own.map(HostNamer::named)
                .or(() -> party(event))
                .map(party -> resolved(party, event, own.isPresent()))
                .orElse(event);
    }

    private static Party named(String host) {
        return new Party(host.isBlank() ? List.of() : List.of(Identity.host(host)));
    }

    /** A mail to sixty is no one host's event. */
    private Optional<Party> party(Event event) {
        List<Party> parties = Parties.of(event, office).parties();
        return parties.size() == 1 ? Optional.of(parties.getFirst()) : Optional.empty();
    }

    private Event resolved(Party party, Event event, boolean own) {
        Map<Identity, List<Candidate>> answers = Asking.all(List.of(party), i -> bindings.apply(i, event.time()));
        List<HostChoice> choices = Resolution.choices(List.of(party), answers);
        Event placed = placed(event, choices);
        boolean name = !own && choices.size() == 1 && choices.getFirst().isName();
        Event named = name ? renamed(placed, choices.getFirst().host()) : placed;
        List<String> asked =
                Asking.of(party, answers).stream().map(Identity::toString).toList();
        return asked.isEmpty() ? named : named.with(IDENTITIES, asked);
    }

    /** A gateway that logged itself as the host is the observer still. */
    private static Event renamed(Event event, String host) {
        Event named = event.with(Fields.HOST_NAME, host);
        return event.has(HOSTNAME) ? named.with(HOSTNAME, host) : named;
    }

    private static Event placed(Event event, List<HostChoice> choices) {
        return event.with(Fields.HOST_ID, HostChoice.hosts(choices))
                .with(Fields.HOST_BASIS, choices.getFirst().basis());
    }
}
