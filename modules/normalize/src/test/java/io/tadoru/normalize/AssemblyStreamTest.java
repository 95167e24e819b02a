package io.tadoru.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.tadoru.connector.Connector;
import io.tadoru.connector.ConnectorCatalog;
import io.tadoru.connector.SampleFile;
import io.tadoru.detection.Correlated;
import io.tadoru.detection.Detector;
import io.tadoru.detection.KeyedHit;
import io.tadoru.detection.Level;
import io.tadoru.detection.Mark;
import io.tadoru.detection.Marks;
import io.tadoru.detection.RuleRef;
import io.tadoru.detection.RuleSet;
import io.tadoru.detection.Stage;
import io.tadoru.event.Event;
import io.tadoru.event.EventJson;
import io.tadoru.event.Json;
import io.tadoru.event.Layer;
import io.tadoru.event.RawRecord;
import io.tadoru.identity.Office;
import io.tadoru.normalize.SourceReader.Source;
import io.tadoru.runtime.RawTopic;
import io.tadoru.runtime.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told in several lines comes together in the stream, in whatever order its lines arrive. */
class AssemblyStreamTest {
    private static final ConnectorCatalog CONNECTORS =
            ConnectorCatalog.load(Path.of(System.getProperty("tadoru.root"), "connectors"));
    private static final TypeReference<TreeMap<String, Object>> DOCUMENT = new TypeReference<>() {};
    private static final Instant NOW = SampleFile.RECEIVED;
    private static final int ORDERS = 8;
    private static final String SENT = "Feb 26 09:41:%02d mx1 postfix/%s[1187]: 5B1F92A0C4: %s";
    private static final String GOOD =
            SENT.formatted(10, "qmgr", "from=<good@example.net>, size=1, nrcpt=1 (queue active)");
    private static final String BAD =
            SENT.formatted(20, "qmgr", "from=<bad@example.net>, size=1, nrcpt=1 (queue active)");
    private static final String TO = SENT.formatted(
            21, "virtual", "to=<taro@example.co.jp>, relay=virtual, delay=1, dsn=2.0.0, status=sent (delivered)");

    private TopologyTestDriver driver = driver();
    private TestInputTopic<byte[], byte[]> raw = raw();

    private static TopologyTestDriver driver() {
        Source tokyo = new Source(ZoneId.of("Asia/Tokyo"), StandardCharsets.UTF_8, Optional.of(NOW));
        var reader = new SourceReader(CONNECTORS, Map.of("s", tokyo), ZoneOffset.UTC);
        var parts = new NormalizeParts(reader, new Telling(), Office.defaults(), "topic", Clock.systemUTC());
        return new TopologyTestDriver(NormalizeTopology.build(parts), new Properties(), NOW);
    }

    private TestInputTopic<byte[], byte[]> raw() {
        return driver.createInputTopic(Topics.RAW, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Delivered, and from somebody bad: no line tells both. */
    private static List<Mark> marks(Event event) {
        boolean bad = event.text("email.from.address")
                .filter(f -> f.startsWith("bad"))
                .isPresent();
        return bad && event.verdict().isPresent() ? List.of(mark(event)) : List.of();
    }

    /** Marks, and tells one correlation of what it marks. */
    private static final class Telling implements Examiner {
        @Override
        public Detector.Examined examined(Event event) {
            List<Mark> marks = marks(event);
            return new Detector.Examined(
                    marks, marks.stream().map(mark -> hit(event, mark)).toList(), List.of());
        }

        @Override
        public Correlated correlated() {
            return new Correlated(new RuleSet(List.of()));
        }
    }

    private static KeyedHit hit(Event event, Mark mark) {
        return new KeyedHit(
                "c", List.of("k"), event.time(), null, event.id(), 1, false, null, false, mark, List.of(), 0);
    }

    private static Mark mark(Event event) {
        var rule = new RuleRef("r", "Bad sender", "1", Level.HIGH);
        return new Mark(
                event.id(),
                "hash",
                event.time(),
                event.time(),
                0,
                "mail",
                "postfix",
                "mx1",
                Layer.MAIL,
                null,
                Stage.INITIAL_ACCESS,
                rule,
                List.of(),
                "delivered",
                List.of("taro"),
                -1,
                "line",
                List.of());
    }

    @AfterEach
    void close() {
        driver.close();
    }

    private void send(String connector, long line, byte[] bytes, Instant received) {
        var sent = RawTopic.record("s", connector, "mx1", "file:" + line, received, bytes);
        raw.pipeInput(new TestRecord<>(sent.key(), sent.value(), sent.headers(), received));
    }

    private void send(String... lines) {
        for (int i = 0; i < lines.length; i++) {
            send("postfix", i, lines[i].getBytes(StandardCharsets.UTF_8), NOW);
        }
    }

    private List<TestRecord<String, byte[]>> said(String topic) {
        return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    @Test
    void whatAnEventToldCorrelationsIsTakenBackWithIt() {
        send(BAD, TO, GOOD); // the earliest sender counts, and comes last
        assertThat(said(NormalizeTopics.HITS).stream()
                        .map(r -> Json.read(r.value(), KeyedHit.class).withdrawn()))
                .containsExactly(false, true);
    }

    /** As they were said last. */
    private Map<String, Event> events() {
        Map<String, Event> last = new TreeMap<>();
        said(Topics.EVENTS).forEach(r -> last.put(r.key(), EventJson.decode(r.value())));
        return last;
    }

    private List<Marks> marked() {
        return said(Topics.MARKS).stream()
                .map(r -> Json.read(r.value(), Marks.class))
                .toList();
    }

    @Test
    void aDeliveryIsSuspiciousForWhatAnEarlierLineTells() {
        send(BAD, TO);

        assertThat(marked())
                .singleElement()
                .satisfies(m -> assertThat(m.marks()).hasSize(1));
        assertThat(said(Topics.EVENTS)).hasSize(2);
    }

    @Test
    void aLineThatComesLateHasTheOthersSaidAgainUnderTheirIds() {
        send(TO, BAD);
        List<String> ids = said(Topics.EVENTS).stream().map(TestRecord::key).toList();

        assertThat(ids)
                .hasSize(3)
                .endsWith(ids.get(0))
                .satisfies(all -> assertThat(all.get(1)).isNotEqualTo(all.get(0)));
        assertThat(marked()).singleElement().satisfies(m -> {
            assertThat(m.eventId()).isEqualTo(ids.get(0));
            assertThat(m.marks()).hasSize(1);
        });
    }

    @Test
    void aMarkThatALateLineRefutesIsTakenBack() {
        send(TO, BAD, GOOD);

        assertThat(marked()).extracting(m -> m.marks().size()).containsExactly(1, 0);
    }

    @Test
    void aLineThatComesAgainChangesNothing() {
        send(BAD, TO);
        Map<String, Event> first = events();
        send(BAD, TO);

        assertThat(events()).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postfix", "sendmail", "exim", "cisco_secure_email_gateway", "cisco_asa", "f5_bigip"})
    void samplesComeTogetherInAnyOrderOfArrival(String id) {
        for (SampleFile sample : samples(id)) {
            List<Map<String, Object>> must = sample.expected().stream()
                    .map(AssemblyStreamTest::document)
                    .filter(d -> d.containsKey("@timestamp"))
                    .toList();
            assertThat(must).anySatisfy(d -> assertThat(d).containsKey("tadoru.assembled"));
            for (int seed = 0; seed < ORDERS; seed++) {
                assertThat(shuffled(sample, seed)).as("order %d", seed).containsExactlyInAnyOrderElementsOf(must);
            }
        }
    }

    private static List<SampleFile> samples(String id) {
        Connector connector = CONNECTORS.find(id).orElseThrow();
        return SampleFile.in(Objects.requireNonNull(CONNECTORS.folders().get(id)), connector);
    }

    private List<Map<String, Object>> shuffled(SampleFile sample, int seed) {
        driver.close();
        driver = driver();
        raw = raw();
        List<RawRecord> records = new ArrayList<>(sample.records());
        List<RawRecord> order = new ArrayList<>(records);
        Collections.shuffle(order, new Random(seed));
        order.forEach(r -> send(r.connector(), records.indexOf(r), r.bytes(), NOW));
        return events().values().stream().map(AssemblyStreamTest::bare).toList();
    }

    /** Without what differs between a sample's reading and the stream's. */
    private static Map<String, Object> bare(Event event) {
        Map<String, Object> fields = document(Json.text(event.fields()));
        List.of("event.id", "event.hash", "event.original", "event.ingested", "tadoru.source")
                .forEach(fields::remove);
        List.of("tadoru.connector.id", "tadoru.connector.version").forEach(fields::remove);
        return fields;
    }

    private static Map<String, Object> document(String json) {
        try {
            TreeMap<String, Object> document = Json.MAPPER.readValue(json, DOCUMENT);
            document.remove("observations");
            // Of lines of one second the smaller id comes first, and samples have other ids than the stream.
            document.replaceAll((field, value) -> value instanceof List<?> list ? Set.copyOf(list) : value);
            return document;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    @Test
    void whatIsSeenInACompleteEventIsSaid() {
        shuffled(samples("f5_bigip").getFirst(), 1);

        assertThat(said(Topics.OBSERVATIONS)).extracting(TestRecord::key).contains("ip:10.20.90.11", "user:hanako");
    }

    @Test
    void linesAreForgottenByTheTimeOfTheirReceipt() {
        send(BAD);
        assertThat(rows()).isEqualTo(1);
        driver.advanceWallClockTime(Duration.ofDays(30));
        assertThat(rows()).isEqualTo(1); // no clock but that of receipt

        send(
                "postfix",
                7,
                "Feb 26 09:41:00 mx1 postfix/smtpd[1]: connect from a[192.0.2.1]".getBytes(StandardCharsets.UTF_8),
                NOW.plus(Duration.ofDays(8)));
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        assertThat(rows()).isZero();
    }

    private int rows() {
        int rows = 0;
        try (var all = driver.getKeyValueStore("assembly").all()) {
            while (all.hasNext()) {
                all.next();
                rows++;
            }
        }
        return rows;
    }
}
