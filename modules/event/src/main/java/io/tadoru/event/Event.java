package io.tadoru.event;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A record after its connector has read it: a flat map of ECS names to values, on {@code tadoru.events}. A value is a
 * {@code String}, {@code Long}, {@code Double}, {@code Boolean}, a list of such, or, in {@link Fields#VENDOR} alone, a map.
 * Instants are ISO 8601 text in UTC.
 */
public final class Event {
    private final Instant time;
    private final Map<String, Object> fields;

    private Event(Instant time, Map<String, Object> fields) {
        this.time = time;
        this.fields = fields;
    }

    /**
     * Takes the fields in their order.
     *
     * @throws IllegalArgumentException when {@code @timestamp} is missing or no instant
     */
    public static Event of(Map<String, ?> fields) {
        if (!(fields.get(Fields.TIMESTAMP) instanceof String stamp)) {
            throw new IllegalArgumentException("an event needs " + Fields.TIMESTAMP + ": " + fields.keySet());
        }
        return new Event(instant(stamp), Collections.unmodifiableMap(new LinkedHashMap<>(fields)));
    }

    private static Instant instant(String stamp) {
        return Instants.parse(stamp)
                .orElseThrow(() -> new IllegalArgumentException(Fields.TIMESTAMP + " is no instant: " + stamp));
    }

    /** Event time, as the log says. */
    public Instant time() {
        return time;
    }

    /** When what it tells began: {@code event.start}, else the event's time. */
    public Instant start() {
        return text(Fields.EVENT_START).flatMap(Instants::parse).orElse(time);
    }

    /** When what it tells was over: {@code event.end}, else the event's time. */
    public Instant end() {
        return text(Fields.EVENT_END).flatMap(Instants::parse).orElse(time);
    }

    /** Identifies the record within one installation; empty for an event that has not been through a source. */
    public String id() {
        return text(Fields.EVENT_ID).orElse("");
    }

    /** SHA-256 of the record's bytes at receipt, hex; empty when made by hand. */
    public String hash() {
        return text(Fields.EVENT_HASH).orElse("");
    }

    public Optional<Layer> layer() {
        return text(Fields.LAYER).flatMap(Layer::of);
    }

    public Optional<Verdict> verdict() {
        return text(Fields.VERDICT).flatMap(Verdict::of);
    }

    /** The value as it stands, or null. */
    public @Nullable Object get(String field) {
        return fields.get(field);
    }

    public boolean has(String field) {
        return fields.containsKey(field);
    }

    /** The value as text, of a list the first. */
    public Optional<String> text(String field) {
        return switch (fields.get(field)) {
            case null -> Optional.empty();
            case List<?> list -> list.isEmpty() ? Optional.empty() : Optional.of(String.valueOf(list.get(0)));
            case Object value -> Optional.of(value.toString());
        };
    }

    /** All values as text; empty when there are none. */
    public List<String> texts(String field) {
        return switch (fields.get(field)) {
            case null -> List.of();
            case List<?> list -> list.stream().map(String::valueOf).toList();
            case Object value -> List.of(value.toString());
        };
    }

    /** The value as a whole number, if it is one. */
    public OptionalLong number(String field) {
        return fields.get(field) instanceof Number n ? OptionalLong.of(n.longValue()) : OptionalLong.empty();
    }

    /** The same event with one field set. */
    public Event with(String field, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(fields);
        changed.put(field, value);
        return of(changed);
    }

    /** All fields in order; not modifiable. */
    public Map<String, Object> fields() {
        return fields;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Event that && fields.equals(that.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
