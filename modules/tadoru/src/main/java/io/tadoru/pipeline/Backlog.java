package io.tadoru.pipeline;

import io.tadoru.runtime.Settings;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What a group has yet to take of its topics. Offsets alone do not tell: a transaction's end is a record too, which no group
 * commits, so what lies between the committed offset and the end is read.
 */
final class Backlog implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int POLLS = 10;

    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> reader;

    Backlog(Settings settings) {
        Map<String, Object> kafka = Pipeline.kafka(settings);
        this.admin = Admin.create(kafka);
        Map<String, Object> reading = new HashMap<>(kafka);
        reading.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        reading.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        reading.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        reading.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 64 * 1024);
        reading.put(ConsumerConfig.CLIENT_ID_CONFIG, "tadoru-backlog");
        this.reader = new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Records of the topic so far, and how many of them the group has committed; exact where no transactions write. */
    Share share(String group, String topic) throws InterruptedException {
        List<TopicPartition> partitions = partitions(List.of(topic));
        Map<TopicPartition, Long> committed = committed(group, partitions);
        Map<TopicPartition, Long> first = reader.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
        long all =
                partitions.stream().mapToLong(p -> at(ends, p) - at(first, p)).sum();
        long done = partitions.stream()
                .mapToLong(p -> Math.max(0, committed.getOrDefault(p, at(first, p)) - at(first, p)))
                .sum();
        return new Share(done, all);
    }

    /** So many of so many. */
    record Share(long done, long all) {}

    /** Whether the group has taken, and committed, all that stands in these topics; an open transaction is not nothing. */
    boolean isEmpty(String group, Collection<String> topics) throws InterruptedException {
        List<TopicPartition> partitions = partitions(topics);
        Map<TopicPartition, Long> committed = committed(group, partitions);
        Map<TopicPartition, Long> first = reader.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = ends(partitions);
        Map<TopicPartition, Long> behind = new HashMap<>();
        for (TopicPartition partition : partitions) {
            long from = committed.getOrDefault(partition, at(first, partition));
            if (from < at(ends, partition)) {
                behind.put(partition, from);
            }
        }
        return behind.isEmpty() || holdsNothing(behind, ends);
    }

    private boolean holdsNothing(Map<TopicPartition, Long> from, Map<TopicPartition, Long> ends) {
        reader.assign(from.keySet());
        from.forEach(reader::seek);
        for (int i = 0; i < POLLS; i++) {
            if (!reader.poll(POLL).isEmpty()) {
                return false;
            }
            if (from.keySet().stream().allMatch(p -> reader.position(p) >= at(ends, p))) {
                return true;
            }
        }
        return false;
    }

    private List<TopicPartition> partitions(Collection<String> topics) {
        return topics.stream()
                .flatMap(topic -> reader.partitionsFor(topic).stream())
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .toList();
    }

    private Map<TopicPartition, Long> committed(String group, List<TopicPartition> partitions)
            throws InterruptedException {
        try {
            Map<TopicPartition, OffsetAndMetadata> all = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(20, TimeUnit.SECONDS);
            Map<TopicPartition, Long> committed = new HashMap<>();
            for (TopicPartition partition : partitions) {
                OffsetAndMetadata offset = all.get(partition);
                if (offset != null) {
                    committed.put(partition, offset.offset());
                }
            }
            return committed;
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka does not tell how far " + group + " has read: " + e.getMessage(), e);
        }
    }

    /** Beyond open transactions too. */
    private Map<TopicPartition, Long> ends(List<TopicPartition> partitions) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        partitions.forEach(p -> latest.put(p, OffsetSpec.latest()));
        try {
            Map<TopicPartition, Long> ends = new HashMap<>();
            admin.listOffsets(latest).all().get(20, TimeUnit.SECONDS).forEach((p, o) -> ends.put(p, o.offset()));
            return ends;
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka does not tell where its topics end: " + e.getMessage(), e);
        }
    }

    private static long at(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        return offsets.getOrDefault(partition, 0L);
    }

    @Override
    public void close() {
        reader.close();
        admin.close();
    }
}
