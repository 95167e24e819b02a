package io.tadoru.correlate;

import io.tadoru.event.Json;
import java.util.Arrays;
import java.util.Objects;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** The JSON forms of what correlate reads, keeps and says. */
final class Wire {
    private Wire() {}

    static <T> Serde<T> serde(Class<T> type) {
        return Serdes.serdeFrom(serializer(), deserializer(type));
    }

    static <T> Serializer<T> serializer() {
        return (topic, value) -> bytes(value);
    }

    /** What cannot be read is null, which processors pass over: a stranger's record must not stop them. */
    static <T> Deserializer<T> deserializer(Class<T> type) {
        return (topic, bytes) -> read(bytes, type);
    }

    /** Whether a record that was read has the parts without which it says nothing. */
    static boolean complete(@Nullable Object... parts) {
        return Arrays.stream(parts).allMatch(Objects::nonNull);
    }

    @SuppressWarnings("NullAway") // Kafka's own contract: null is a tombstone
    private static byte[] bytes(@Nullable Object value) {
        return value == null ? null : Json.bytes(value);
    }

    @SuppressWarnings("NullAway") // as above
    private static <T> T read(byte @Nullable [] bytes, Class<T> type) {
        try {
            return bytes == null ? null : Json.read(bytes, type);
        } catch (RuntimeException e) { // numbers and dates beyond all bounds are not told as bad JSON
            return null;
        }
    }
}
