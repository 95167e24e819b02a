package io.tadoru.collect;

import io.tadoru.event.Json;
import io.tadoru.event.Limits;
import io.tadoru.event.Reject;
import io.tadoru.event.Sha256;
import io.tadoru.runtime.RawTopic;
import io.tadoru.runtime.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** To {@code tadoru.raw} and {@code tadoru.rejects}: idempotent, acknowledged by all replicas, buffer bounded. */
public final class KafkaRawSender implements RawSender {
    private static final Duration CLOSING = Duration.ofSeconds(10);
    private static final int BUFFER_BYTES = 32 * 1024 * 1024;
    private static final int BATCH_BYTES = 128 * 1024;
    private static final int ROOM_MILLIS = 20_000;

    private final Producer<byte[], byte[]> producer;
    private final Clock clock;

    private KafkaRawSender(Producer<byte[], byte[]> producer, Clock clock) {
        this.producer = producer;
        this.clock = clock;
    }

    /** Connects; the clock tells when a record was received. */
    public static KafkaRawSender open(String bootstrapServers, Clock clock) {
        return open(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers), clock);
    }

    /** Connects with producer settings of one's own, such as those of a protected cluster. */
    public static KafkaRawSender open(Map<String, ?> settings, Clock clock) {
        Map<String, Object> all = new HashMap<>(defaults());
        all.putAll(settings);
        return new KafkaRawSender(
                new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer()), clock);
    }

    @Override
    public CompletableFuture<Void> send(Origin origin, @Nullable String position, Line.Whole line) {
        var record = RawTopic.record(
                origin.source(), origin.connector(), origin.peer(), position, clock.instant(), line.bytes());
        return send(RawTopic.inContext(record, line.context()));
    }

    @Override
    public CompletableFuture<Void> sendTooLong(Origin origin, @Nullable String position, Line.TooLong line) {
        byte[] key = origin.source().getBytes(StandardCharsets.UTF_8);
        return send(new ProducerRecord<>(Topics.REJECTS, key, Json.bytes(reject(origin, position, line))));
    }

    @Override
    public void close() {
        producer.close(CLOSING);
    }

    private CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> record) {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        boolean[] returned = {false}; // a timeout before send returns means that there was no room
        var unused = producer.send(record, (metadata, failure) -> {
            if (failure == null) {
                sent.complete(null);
            } else {
                sent.completeExceptionally(
                        failure instanceof TimeoutException && !returned[0] ? new Busy(failure) : failure);
            }
        });
        returned[0] = true;
        return sent;
    }

    private Reject reject(Origin origin, @Nullable String position, Line.TooLong line) {
        Instant now = clock.instant();
        String place = position == null
                ? String.join("|", origin.source(), origin.peer(), now.toString(), line.sha256())
                : position;
        return new Reject(
                Sha256.hex(place).substring(0, 40),
                Reject.Outcome.REJECTED,
                origin.source(),
                origin.connector(),
                origin.peer(),
                now,
                "The line is longer than " + Limits.LINE_BYTES + " bytes; its head is kept.",
                line.length(),
                line.sha256(),
                Base64.getEncoder().encodeToString(line.head()));
    }

    private static Map<String, Object> defaults() {
        return Map.of(
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                // one batch after the other: on a partition without history a broker takes the second batch for the
                // first when the first came before the partition was ready, and then refuses the first for ever
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                1,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.LINGER_MS_CONFIG,
                5,
                ProducerConfig.BATCH_SIZE_CONFIG,
                BATCH_BYTES,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                Limits.TOPIC_RECORD_BYTES,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                BUFFER_BYTES,
                // how long a caller waits for room; what is in the buffer is tried until it is closed
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                ROOM_MILLIS,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Integer.MAX_VALUE);
    }
}
