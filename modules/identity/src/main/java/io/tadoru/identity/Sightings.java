package io.tadoru.identity;

import io.tadoru.event.Event;
import io.tadoru.event.Identity;
import io.tadoru.event.Observation;
import io.tadoru.event.Strength;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an event tells of whose names its names are, as fine as it is kept: an agent that speaks ten times a second says one
 * thing a minute. A function of the event alone, so that stream and batch keep the same whatever they leave out as said.
 */
public final class Sightings {
    /** No host or mailbox has a longer name; names are keys of topics and stores. */
    private static final int NAME_CHARS = 320;

    private Sightings() {}

    /**
     * All of one event.
     *
     * @param seen what the connector saw in it
     * @param source that it came from, whose layer was heard by it
     */
    public static List<Observation> of(Event event, List<Observation> seen, String source) {
        return Stream.concat(seen.stream(), heard(event, source).stream())
                .filter(Sightings::sane)
                .map(Sightings::kept)
                .toList();
    }

    private static Optional<Observation> heard(Event event, String source) {
        return event.layer().map(l -> new Observation(Identity.sensor(l), source, event.time(), Strength.EPP, "heard"));
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
        if (identity.kind() == Identity.Kind.SENSOR) {
            return Duration.ofMinutes(15);
        }
        return strength == Strength.EPP ? Duration.ofMinutes(1) : Duration.ZERO;
    }
}
