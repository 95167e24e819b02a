package io.tadoru.normalize.knowledge;

import io.tadoru.runtime.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads both topics from their beginning, for itself alone: every process has to know all of it. */
final class TopicsReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Consumer<byte[], byte[]> consumer;
    private final Known known;

    TopicsReader(Consumer<byte[], byte[]> consumer, Known known) {
        this.consumer = consumer;
        this.known = known;
        List<TopicPartition> all = Stream.of(Topics.RULES, Topics.INDICATORS)
                .flatMap(topic -> consumer.partitionsFor(topic, PATIENCE).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
    }

    /** Reads what stands there at the moment. */
    void toEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment(), PATIENCE);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue())) {
            poll();
        }
    }

    /** Reads on for a moment; whether anything came that could change what is found. */
    boolean poll() {
        boolean changed = false;
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            changed |= known.take(record);
        }
        return changed;
    }

    /** From another thread: what waits, stops. */
    void wake() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
