package io.tadoru.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.detection.Level;
import io.tadoru.detection.Mark;
import io.tadoru.detection.Marks;
import io.tadoru.detection.RuleRef;
import io.tadoru.detection.Stage;
import io.tadoru.event.Event;
import io.tadoru.event.EventJson;
import io.tadoru.event.Fields;
import io.tadoru.event.Identity;
import io.tadoru.event.Json;
import io.tadoru.event.Layer;
import io.tadoru.event.Observation;
import io.tadoru.event.Party;
import io.tadoru.event.RawRecord;
import io.tadoru.event.Reject;
import io.tadoru.event.Strength;
import io.tadoru.identity.Office;
import io.tadoru.runtime.RawTopic;
import io.tadoru.runtime.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NormalizeTopologyTest {
    private static final Instant NOW = Instant.parse("2022-02-26T01:02:10Z");
    private static final Instant RECEIVED = Instant.parse("2022-02-26T01:02:09.500Z");
    private static final String TIME = "2022-02-26T01:02:09Z";

    private final TopologyTestDriver driver =
            new TopologyTestDriver(NormalizeTopology.build(parts()), new Properties(), NOW);
    private final TestInputTopic<byte[], byte[]> raw =
            driver.createInputTopic(Topics.RAW, new ByteArraySerializer(), new ByteArraySerializer());

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void aLineBecomesAnEventStampedWithKnowledgeTime() {
        send("GET http://example.com/");
        var said = read(Topics.EVENTS).get(0);
        Event event = EventJson.decode(said.value());
        assertThat(said.key()).isEqualTo(event.id());
        assertThat(event.text(Fields.EVENT_INGESTED)).contains(RECEIVED.toString());
        assertThat(said.timestamp()).isEqualTo(NOW.toEpochMilli());
        assertThat(said.headers().lastHeader("version").value())
                .isEqualTo(Long.toString(NOW.toEpochMilli()).getBytes(StandardCharsets.UTF_8));
        assertThat(read(Topics.MARKS)).isEmpty();
        assertThat(read(Topics.REJECTS)).isEmpty();
    }

    @Test
    void aMarkCarriesWhoseEventItIs() {
        send("GET http://203.0.113.80/bad.ocx");
        Marks marks = Json.read(read(Topics.MARKS).get(0).value(), Marks.class);
        assertThat(marks.parties())
                .containsExactly(new Party(List.of(Identity.ip("10.20.30.142"), Identity.user("taro"))));
        assertThat(marks.marks()).hasSize(1);
    }

    @Test
    void anObservationIsSaidOnce() {
        send("one");
        send("two");
        assertThat(read(Topics.OBSERVATIONS))
                .extracting(TestRecord::key)
                .containsExactlyInAnyOrder("ip:10.20.30.142", "sensor:swg", "path:PC-0142");
    }

    @Test
    void whatCannotBeReadIsARejectWithItsReasonAndBytes() {
        send("nonsense");
        Reject reject = Json.read(read(Topics.REJECTS).get(0).value(), Reject.class);
        assertThat(reject.reason()).isEqualTo("no such form");
        assertThat(reject.outcome()).isEqualTo(Reject.Outcome.REJECTED);
        assertThat(read(Topics.EVENTS)).isEmpty();
    }

    @Test
    void whatIsDroppedByDesignIsCounted() {
        send("noise");
        Reject reject = Json.read(read(Topics.REJECTS).get(0).value(), Reject.class);
        assertThat(reject.outcome()).isEqualTo(Reject.Outcome.DROPPED);
    }

    @Test
    void aReaderThatFailsCostsOneLine() {
        send("boom");
        send("fine");
        assertThat(read(Topics.REJECTS)).hasSize(1);
        assertThat(read(Topics.EVENTS)).hasSize(1);
    }

    @Test
    void anEventTooLargeForATopicIsAReject() {
        send("huge");
        assertThat(read(Topics.EVENTS)).isEmpty();
        assertThat(read(Topics.REJECTS)).hasSize(1);
    }

    @Test
    void aRecordWithoutValueOrHeadersIsAReject() {
        raw.pipeInput(new TestRecord<>(new byte[0], null, NOW));
        assertThat(read(Topics.REJECTS)).hasSize(1);
    }

    private void send(String line) {
        var sent =
                RawTopic.record("proxy", "squid", "10.20.1.80", null, RECEIVED, line.getBytes(StandardCharsets.UTF_8));
        raw.pipeInput(new TestRecord<>(sent.key(), sent.value(), sent.headers(), NOW));
    }

    private List<TestRecord<String, byte[]>> read(String topic) {
        return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    private static NormalizeParts parts() {
        return new NormalizeParts(
                NormalizeTopologyTest::reading,
                Examiner.marking(NormalizeTopologyTest::marks),
                Office.defaults(),
                "topic-1",
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Reading reading(RawRecord raw) {
        String line = new String(raw.bytes(), StandardCharsets.UTF_8);
        return switch (line) {
            case "noise" -> new Reading.Dropped("by design");
            case "boom" -> throw new IllegalStateException("boom");
            case "nonsense", "" -> new Reading.Rejected("no such form");
            case "huge" -> accepted("x".repeat(3_000_000));
            default -> accepted(line);
        };
    }

    private static Reading accepted(String line) {
        Event event = Event.of(Map.of(
                Fields.TIMESTAMP,
                TIME,
                Fields.LAYER,
                "swg",
                Fields.SOURCE_IP,
                "10.20.30.142",
                Fields.USER_NAME,
                "taro",
                Fields.EVENT_ORIGINAL,
                line));
        return new Reading.Read(
                event,
                List.of(new Observation(
                        Identity.ip("10.20.30.142"), "PC-0142", Instant.parse(TIME), Strength.LEASE, "test")),
                List.of());
    }

    private static List<Mark> marks(Event event) {
        if (event.text(Fields.EVENT_ORIGINAL).filter(t -> t.contains("bad")).isEmpty()) {
            return List.of();
        }
        return List.of(new Mark(
                event.id(),
                "hash",
                event.time(),
                event.time(),
                0,
                "proxy",
                "squid",
                "proxy",
                Layer.SWG,
                null,
                Stage.INITIAL_ACCESS,
                new RuleRef("r", "Bad", "1", Level.HIGH),
                List.of(),
                "fetched",
                List.of("taro"),
                -1,
                "line",
                List.of()));
    }
}
