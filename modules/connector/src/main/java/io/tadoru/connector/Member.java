package io.tadoru.connector;

import io.tadoru.event.Event;
import io.tadoru.event.EventJson;
import io.tadoru.event.Fields;
import io.tadoru.event.Json;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A line on its way to those that tell the same thing.
 *
 * @param event as it is so far
 * @param parts the ones in which it still has to meet others; the first is the next
 */
public record Member(Event event, List<Part> parts) {
    /** Makes seconds since 1970 of any year up to 9999 a number of twelve digits. */
    private static final long YEAR_ONE = 100_000_000_000L;

    public Member {
        parts = List.copyOf(parts);
    }

    /** Whether it meets nobody any more. */
    public boolean isDone() {
        return parts.isEmpty();
    }

    /** The next part. */
    public Part part() {
        return parts.getFirst();
    }

    /** Sorts members of a key by event time, those of one time by their id. */
    public String place() {
        return prefix() + stamp(event.time()) + event.id();
    }

    /** What the places of all members of the key begin with. */
    public String prefix() {
        return part().key() + "|";
    }

    private static String stamp(Instant time) {
        return "%012d%09d".formatted(time.getEpochSecond() + YEAR_ONE, time.getNano());
    }

    /** As much of it as others need: all, or what it tells them. */
    public Member kept() {
        if (part().gets()) {
            return this;
        }
        Map<String, Object> told = new LinkedHashMap<>();
        told.put(Fields.TIMESTAMP, event.time().toString());
        told.put(Fields.EVENT_ID, event.id());
        event.fields().forEach((field, value) -> {
            if (part().share().contains(field)) {
                told.put(field, value);
            }
        });
        Part part = part();
        Part bare = new Part(part.key(), part.within(), part.keep(), part.share(), false, List.of());
        return new Member(Event.of(told), List.of(bare));
    }

    /** The form on disk and in stores. */
    public byte[] bytes() {
        byte[] said = Json.bytes(parts);
        byte[] json = EventJson.encode(event);
        return ByteBuffer.allocate(Integer.BYTES + said.length + json.length)
                .putInt(said.length)
                .put(said)
                .put(json)
                .array();
    }

    /** Reads what {@link #bytes} wrote. */
    public static Member read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte[] said = new byte[in.getInt()];
        in.get(said);
        byte[] json = new byte[in.remaining()];
        in.get(json);
        return new Member(EventJson.decode(json), List.of(Json.read(said, Part[].class)));
    }
}
