package io.tadoru.connector;

import io.tadoru.event.RawRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A record on its way through a plan: what has been read of it, and what has become of that. */
final class Draft {
    /** The text that is left after the frame. */
    static final String LINE = "line";
    /** When the record was received: the time of what tells none itself. */
    static final String RECEIVED = "receipt.time";

    /** More values than this are nobody's log. */
    private static final int MAX_READ = 2000;

    private static final int MAX_NAME = 256;

    private final RawRecord raw;
    private final ReadSettings settings;
    private final Map<String, Object> read = new LinkedHashMap<>();
    private final Map<String, Object> event = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private final List<Observe> observes = new ArrayList<>();
    private @Nullable Parsed end;
    private @Nullable Connector connector;
    private final int depth;

    Draft(RawRecord raw, ReadSettings settings, String text, Connector connector) {
        this(raw, settings, text, connector, 0);
    }

    private Draft(RawRecord raw, ReadSettings settings, String text, @Nullable Connector connector, int depth) {
        this.raw = raw;
        this.settings = settings;
        this.connector = connector;
        this.depth = depth;
        read.put(LINE, text);
        used.add(LINE);
    }

    /** Of a record that no connector reads yet. */
    static Draft of(RawRecord raw, String text) {
        return new Draft(raw, ReadSettings.USUAL, text, null, 0);
    }

    /** For another connector that reads a text of this one's. */
    Draft inside(Connector other, String text) {
        return new Draft(raw, settings, text, other, depth + 1);
    }

    /** Takes over what another connector made of a text of this one's. */
    void absorb(Draft inner, boolean keep) {
        Set<String> own = keep ? Set.copyOf(read.keySet()) : Set.of();
        inner.read.forEach((name, value) -> {
            if (!name.equals(LINE)) {
                put(name, value);
            }
        });
        inner.used.stream().filter(name -> !own.contains(name)).forEach(used::add);
        inner.event.forEach(event::putIfAbsent);
        observes.addAll(inner.observes);
        connector = inner.connector;
        end = inner.end;
    }

    int depth() {
        return depth;
    }

    /** The connector that read it in the end: the one inside an envelope. */
    Connector connector() {
        return Objects.requireNonNull(connector, "the connector of a record that one reads");
    }

    RawRecord raw() {
        return raw;
    }

    ReadSettings settings() {
        return settings;
    }

    /** What was read under this name, else what the event has under it; empty text counts as nothing. */
    @Nullable
    Object get(String name) {
        if (name.equals(RECEIVED)) {
            return raw.receivedAt().toString();
        }
        Object value = read.get(name);
        return value == null ? event.get(name) : value;
    }

    @Nullable
    String text(String name) {
        Object value = get(name);
        return value == null ? null : value.toString();
    }

    /** Keeps what was read; empty text is nothing, and excess is left to {@code event.original}. */
    void put(String name, Object value) {
        boolean room = read.size() < MAX_READ || read.containsKey(name);
        if (room && name.length() <= MAX_NAME && !"".equals(value)) {
            read.put(name, value);
        }
    }

    /** The value went into the event: it is no longer the vendor's alone. */
    void use(String name) {
        used.add(name);
    }

    /** Sets a field of the event; the first to set it wins, so a branch goes before what holds for all. */
    void set(String field, Object value) {
        event.putIfAbsent(field, value);
    }

    boolean has(String field) {
        return event.containsKey(field);
    }

    @Nullable
    Object field(String field) {
        return event.get(field);
    }

    Map<String, Object> event() {
        return event;
    }

    Map<String, Object> read() {
        return Collections.unmodifiableMap(read);
    }

    boolean isUsed(String name) {
        return used.contains(name);
    }

    /** Leaves an entry of {@code observe} until the event is whole. */
    void later(Observe observe) {
        observes.add(observe);
    }

    List<Observe> observes() {
        return observes;
    }

    boolean open() {
        return end == null;
    }

    void stop(Parsed parsed) {
        end = parsed;
    }

    void reject(String reason) {
        stop(new Parsed.Rejected(reason));
    }

    @Nullable
    Parsed end() {
        return end;
    }
}
