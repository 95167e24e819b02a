package io.tadoru.command;

import io.tadoru.event.Json;
import io.tadoru.event.Reject;
import io.tadoru.runtime.SettingList;
import io.tadoru.runtime.Settings;
import io.tadoru.runtime.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** The lines of a source that nobody could read: of an investigation's file, or of a running installation's topic. */
final class RejectedLines {
    private static final int MOST = 50_000;
    private static final Duration POLL = Duration.ofMillis(500);

    private RejectedLines() {}

    static List<String> of(String source, @Nullable Path file, Settings settings) {
        return file == null ? inKafka(source, settings) : inFile(source, file);
    }

    private static List<String> inFile(String source, Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> line(source, line.getBytes(StandardCharsets.UTF_8)))
                    .flatMap(Optional::stream)
                    .limit(MOST)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new CommandFailed(file + ": " + e.getMessage(), e);
        }
    }

    private static List<String> inKafka(String source, Settings settings) {
        Map<String, Object> kafka = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.get(SettingList.KAFKA_BOOTSTRAP_SERVERS),
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                10_000,
                // what an aborted transaction said was never said
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        try (var reader = new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = reader.partitionsFor(Topics.REJECTS).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            return read(reader, reader.endOffsets(partitions), source);
        } catch (KafkaException e) {
            throw new CommandFailed(
                    "Kafka does not answer (" + e.getMessage()
                            + "); name rejects.ndjson of an investigation with --rejects",
                    e);
        }
    }

    private static List<String> read(
            KafkaConsumer<byte[], byte[]> reader, Map<TopicPartition, Long> ends, String source) {
        List<String> lines = new ArrayList<>();
        while (lines.size() < MOST
                && ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
                line(source, record.value()).ifPresent(lines::add);
            }
        }
        return lines;
    }

    /** What was dropped by design was understood. */
    private static Optional<String> line(String source, byte @Nullable [] json) {
        try {
            return Optional.ofNullable(json)
                    .map(bytes -> Json.read(bytes, Reject.class))
                    .filter(r -> r.outcome() == Reject.Outcome.REJECTED && source.equals(r.source()))
                    .map(r -> new String(Base64.getDecoder().decode(r.head()), StandardCharsets.UTF_8));
        } catch (UncheckedIOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
