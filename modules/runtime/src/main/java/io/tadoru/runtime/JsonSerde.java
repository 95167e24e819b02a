package io.tadoru.runtime;

import io.tadoru.event.Json;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/** How values that are records of ours travel on topics and rest in stores: as JSON; a tombstone stays one. */
public final class JsonSerde {
    private JsonSerde() {}

    /** Reads and writes values of this type. */
    @SuppressWarnings("NullAway") // Kafka's tombstones are null on both sides
    public static <T> Serde<T> of(Class<T> type) {
        Serializer<T> writer = (topic, value) -> value == null ? null : Json.bytes(value);
        Deserializer<T> reader = (topic, bytes) -> bytes == null ? null : Json.read(bytes, type);
        return Serdes.serdeFrom(writer, reader);
    }
}
