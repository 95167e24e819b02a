package io.tadoru.normalize.knowledge;

import io.tadoru.detection.Indicator;
import io.tadoru.event.Json;
import io.tadoru.event.Limits;
import io.tadoru.runtime.Topics;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes to both topics, with a header that says that it was us. */
final class TopicsWriter implements AutoCloseable {
    private final Producer<byte[], byte[]> producer;
    private final Map<String, Long> written = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    TopicsWriter(Map<String, Object> kafka) {
        Map<String, Object> own = new HashMap<>(kafka);
        own.put(ProducerConfig.ACKS_CONFIG, "all");
        own.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Limits.TOPIC_RECORD_BYTES);
        own.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
        own.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        own.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        producer = new KafkaProducer<>(own, new ByteArraySerializer(), new ByteArraySerializer());
    }

    void rule(String key, PublishedRule rule) {
        send(Topics.RULES, key, Json.bytes(rule));
    }

    void noRule(String key) {
        send(Topics.RULES, key, null);
    }

    void indicator(String key, Indicator indicator) {
        send(Topics.INDICATORS, key, Json.bytes(indicator));
    }

    void noIndicator(String key) {
        send(Topics.INDICATORS, key, null);
    }

    /** What this process says of itself; null when it leaves. */
    void announce(String process, @Nullable Map<String, Object> what) {
        send(Topics.RULES, Known.ANNOUNCE + process, what == null ? null : Json.bytes(what));
    }

    @SuppressWarnings("NullAway") // Kafka's tombstone is null
    private void send(String topic, String key, byte @Nullable [] value) {
        var record = new ProducerRecord<byte[], byte[]>(topic, key.getBytes(StandardCharsets.UTF_8), value);
        record.headers().add(Known.PUBLISHER, Known.US);
        var unused = producer.send(record, (done, e) -> {
            failure.compareAndSet(null, e); // flush tells
            if (e == null && !key.startsWith(Known.ANNOUNCE)) {
                written.merge(topic, done.offset(), Math::max);
            }
        });
    }

    /** Where the last record stands that went to the topic; -1 without any. */
    long written(String topic) {
        return written.getOrDefault(topic, -1L);
    }

    /** Back when all of it stands in the topics. */
    void flush() {
        producer.flush();
        Exception first = failure.getAndSet(null);
        if (first != null) {
            throw new KafkaException("rules and indicators could not be published", first);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
