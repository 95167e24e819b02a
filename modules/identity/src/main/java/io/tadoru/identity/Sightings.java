package io.tadoru.identity;

import io.tadoru.event.Event;
import io.tadoru.event.Fields;
import io.tadoru.event.HostName;
import io.tadoru.event.Identity;
import io.tadoru.event.Layer;
import io.tadoru.event.Observation;
import io.tadoru.event.Strength;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What an event tells of whose names its names are, as fine as it is kept: an agent that speaks ten times a second says one
 * thing a minute. A function of the event alone, so that stream and batch keep the same whatever they leave out as said.
 */
public final class Sightings {
    /** No host or mailbox has a longer name; names are keys of topics and stores. */
    private static final int NAME_CHARS = 320;

    private static final String AGENT_ID = "agent.id";
    private static final String HOST_ID = "host.id";

    private Sightings() {}

    /**
     * All of one event.
     *
     * @param seen what the connector saw in it
     * @param source that it came from, whose layer was heard by it
     * @param office by whose addresses a host is known to be behind its gateways
     */
    public static List<Observation> of(Event event, List<Observation> seen, String source, Office office) {
        return Stream.of(
                        seen.stream(),
                        names(event, seen),
                        heard(event, source).stream(),
                        awake(event).stream(),
                        elsewhere(event, office).stream(),
                        seen.stream().filter(o -> inside(o, office)).map(Sightings::behindGateways))
                .flatMap(Function.identity())
                .filter(Sightings::sane)
                .map(Sightings::kept)
                .distinct()
                .toList();
    }

    /** That two names are one host's: an agent's id and the host's own, a long name and what NetBIOS leaves of it. */
    private static Stream<Observation> names(Event event, List<Observation> seen) {
        List<Observation> own = event.layer().filter(Layer.EPP::equals).isPresent() ? agents(event) : List.of();
        return Stream.concat(
                own.stream().filter(o -> Aliases.told(o.identity().value(), o.host())),
                Stream.concat(seen.stream(), own.stream())
                        .flatMap(o -> Aliases.cut(o.host()).map(cut -> Aliases.observed(cut, o)).stream()));
    }

    private static List<Observation> agents(Event event) {
        String host = event.text(Fields.HOST_NAME).map(HostName::normal).orElse("");
        return Stream.of(AGENT_ID, HOST_ID)
                .flatMap(field -> event.text(field).stream())
                .map(HostName::normal)
                .filter(id -> !id.isBlank() && !host.isBlank())
                .map(id -> new Observation(Identity.host(id), host, event.time(), Strength.EPP, "agent"))
                .toList();
    }

    private static Optional<Observation> heard(Event event, String source) {
        return event.layer().map(l -> new Observation(Identity.sensor(l), source, event.time(), Strength.EPP, "heard"));
    }

    private static Optional<Observation> awake(Event event) {
        return event.layer()
                .filter(Layer.EPP::equals)
                .flatMap(epp -> event.text(Fields.HOST_NAME))
                .filter(name -> !HostName.normal(name).isEmpty())
                .map(name -> presence(Identity.agent(name), HostName.normal(name), event.time()));
    }

    /** An agent tells its host's own addresses, and none is the office's: the host is at home, or travels. */
    private static Optional<Observation> elsewhere(Event event, Office office) {
        List<String> own = event.texts("host.ip").stream()
                .filter(ip -> !ip.startsWith("127.")
                        && !ip.startsWith("169.254.")
                        && !ip.startsWith("fe80")
                        && !ip.equals("::1"))
                .toList();
        return own.isEmpty() || own.stream().anyMatch(office::inside)
                ? Optional.empty()
                : awake(event).map(o -> presence(Identity.away(o.host()), o.host(), o.time()));
    }

    private static boolean inside(Observation o, Office office) {
        return o.identity().kind() == Identity.Kind.IP
                && !o.host().isEmpty()
                && office.inside(o.identity().value());
    }

    private static Observation behindGateways(Observation o) {
        return presence(Identity.path(o.host()), o.host(), o.time());
    }

    private static Observation presence(Identity identity, String host, Instant time) {
        return new Observation(identity, host, time, Strength.EPP, "heard");
    }

    private static boolean sane(Observation seen) {
        return seen.host().length() <= NAME_CHARS && seen.identity().value().length() <= NAME_CHARS;
    }

    private static Observation kept(Observation o) {
        Duration grain = grain(o.identity(), o.strength());
        return grain.isZero()
                ? o
                : new Observation(o.identity(), o.host(), floor(o.time(), grain), o.strength(), o.basis());
    }

    private static Instant floor(Instant time, Duration grain) {
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), grain.toSeconds()) * grain.toSeconds());
    }

    /** For how long one kept sighting stands. Leases and logons are rare and move addresses: they are kept exactly. */
    static Duration grain(Identity identity, Strength strength) {
        if (identity.kind().tellsPresence()) {
            return Duration.ofHours(1);
        }
        if (identity.kind() == Identity.Kind.SENSOR) {
            return Duration.ofMinutes(15);
        }
        if (identity.kind() == Identity.Kind.HOST) {
            return Duration.ofDays(1); // names stay
        }
        return strength == Strength.EPP ? Duration.ofMinutes(1) : Duration.ZERO;
    }
}
