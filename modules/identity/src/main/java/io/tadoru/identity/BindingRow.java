package io.tadoru.identity;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.tadoru.event.Identity;
import io.tadoru.event.Observation;
import io.tadoru.event.Strength;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A run: the identity was with the host in each event hour from the first to the last. A row of {@code tadoru.bindings}.
 *
 * @param first when it was seen there first, event time
 * @param last when it was seen there last
 */
public record BindingRow(Identity identity, String host, Strength strength, Instant first, Instant last) {
    static BindingRow of(Observation seen) {
        return new BindingRow(seen.identity(), seen.host(), seen.strength(), seen.time(), seen.time());
    }

    /** What the row is kept under, so that compaction works by row. */
    @JsonIgnore
    public String key() {
        return identity + "|" + host + "|" + strength + "|" + first;
    }

    /** A sighting stands for all of the span that it is kept for. */
    boolean covers(Instant time) {
        return !time.isBefore(first)
                && (!time.isAfter(last) || time.isBefore(last.plus(Sightings.grain(identity, strength))));
    }

    /** Of the same host and strength, in the same or neighbouring hours. */
    boolean joins(BindingRow other) {
        return host.equals(other.host)
                && strength == other.strength
                && !hour(first).minus(Duration.ofHours(1)).isAfter(hour(other.last))
                && !hour(other.first).minus(Duration.ofHours(1)).isAfter(hour(last));
    }

    BindingRow and(BindingRow other) {
        return new BindingRow(
                identity,
                host,
                strength,
                first.isBefore(other.first) ? first : other.first,
                last.isAfter(other.last) ? last : other.last);
    }

    private static Instant hour(Instant time) {
        return time.truncatedTo(ChronoUnit.HOURS);
    }
}
