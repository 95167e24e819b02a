package io.tadoru.demo;

import io.tadoru.event.Json;
import io.tadoru.event.Limits;
import io.tadoru.event.Reject;
import io.tadoru.event.Sha256;
import io.tadoru.runtime.RawTopic;
import io.tadoru.runtime.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Which lines an earlier run of the player, perhaps killed in the middle, has brought into Kafka: so many of each source and
 * content. What is left of a file once these are taken away has not been sent.
 */
final class Received {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Integer> lines = new HashMap<>();

    /** Reads all of {@code tadoru.raw}, and the lines that were too long for it. */
    static Received in(String bootstrapServers) {
        Received received = new Received();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            received.read(consumer);
        }
        return received;
    }

    private void read(KafkaConsumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = Stream.of(Topics.RAW, Topics.REJECTS)
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .toList();
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
            consumer.poll(POLL).forEach(this::take);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(Topics.RAW)) {
            var raw = RawTopic.read(
                    record.headers(), record.value(), "", record.partition(), record.offset(), record.timestamp());
            lines.merge(key(raw.source(), Sha256.hex(raw.bytes())), 1, Integer::sum);
            return;
        }
        Reject reject = Json.read(record.value(), Reject.class);
        if (reject.length() > Limits.LINE_BYTES) { // what was shorter has passed through raw
            lines.merge(key(reject.source(), reject.hash()), 1, Integer::sum);
        }
    }

    /** Whether this line is there already; each line that is there is told once. */
    boolean takeAway(String source, byte[] line) {
        String key = key(source, Sha256.hex(line));
        Integer left = lines.get(key);
        if (left == null || left == 0) {
            return false;
        }
        lines.put(key, left - 1);
        return true;
    }

    private static String key(String source, String hash) {
        return source + "|" + hash.substring(0, 24);
    }
}
