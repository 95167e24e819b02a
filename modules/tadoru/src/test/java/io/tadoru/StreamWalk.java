package io.tadoru;

import com.fasterxml.jackson.core.type.TypeReference;
import io.tadoru.correlate.CorrelateTopology;
import io.tadoru.event.Json;
import io.tadoru.normalize.NormalizeParts;
import io.tadoru.normalize.NormalizeTopology;
import io.tadoru.runtime.RawTopic;
import io.tadoru.runtime.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** Normalize and correlate as the stream runs them, joined at their topics, without a broker. */
final class StreamWalk implements AutoCloseable {
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final List<String> BETWEEN = List.of(Topics.OBSERVATIONS, Topics.MARKS);
    private static final TypeReference<Map<String, Object>> DOCUMENT = new TypeReference<>() {};
    /** Hosts are assembled on the way too, as often as a busy stream would. */
    private static final int LINES_A_SECOND = 2000;

    private final TopologyTestDriver normalize;
    private final TopologyTestDriver correlate;
    private final Map<String, Map<String, Object>> chains = new TreeMap<>();
    private final TestInputTopic<byte[], byte[]> raw;
    private final TestOutputTopic<byte[], byte[]> said;
    private final Map<TestOutputTopic<byte[], byte[]>, TestInputTopic<byte[], byte[]>> between = new HashMap<>();
    private int sent;

    StreamWalk(ScenarioLines lines) {
        normalize = new TopologyTestDriver(
                NormalizeTopology.build(new NormalizeParts(
                        lines.reader(), lines.examiner(), lines.office(), "topic", Clock.fixed(NOW, ZoneOffset.UTC))),
                new Properties(),
                NOW);
        correlate = new TopologyTestDriver(
                CorrelateTopology.build(lines.assembler()::assembleFolds), new Properties(), NOW);
        raw = in(normalize, Topics.RAW);
        said = out(correlate, Topics.CHAINS);
        BETWEEN.forEach(topic -> between.put(out(normalize, topic), in(correlate, topic)));
    }

    void send(ScenarioLines.Line line) {
        var record = RawTopic.record(
                line.source(), line.connector(), "peer", line.source() + ":" + line.offset(), NOW, line.bytes());
        raw.pipeInput(new TestRecord<>(record.key(), record.value(), record.headers(), NOW));
        between.forEach((from, to) -> {
            if (!from.isEmpty()) {
                to.pipeRecordList(from.readRecordsToList());
            }
        });
        if (++sent % LINES_A_SECOND == 0) {
            said();
        }
    }

    private static TestInputTopic<byte[], byte[]> in(TopologyTestDriver driver, String topic) {
        return driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static TestOutputTopic<byte[], byte[]> out(TopologyTestDriver driver, String topic) {
        return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Chain documents said since the last look. */
    List<Map<String, Object>> said() {
        correlate.advanceWallClockTime(Duration.ofSeconds(1));
        List<Map<String, Object>> documents =
                said.readValuesToList().stream().map(StreamWalk::document).toList();
        documents.forEach(d -> chains.put(String.valueOf(d.get("id")), d));
        return documents;
    }

    /** As now known to a reader of the topic, without what was taken back or went into another. */
    Map<String, Map<String, Object>> chains() {
        // A host with many events is assembled the more seldom.
        correlate.advanceWallClockTime(Duration.ofMinutes(2));
        said();
        Map<String, Map<String, Object>> standing = new TreeMap<>(chains);
        standing.values().removeIf(d -> Set.of("withdrawn", "merged").contains(String.valueOf(d.get("status"))));
        return standing;
    }

    private static Map<String, Object> document(byte[] json) {
        try {
            return Json.MAPPER.readValue(json, DOCUMENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        normalize.close();
        correlate.close();
    }
}
