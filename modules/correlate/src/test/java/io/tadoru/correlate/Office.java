package io.tadoru.correlate;

import io.tadoru.chain.Assembler;
import io.tadoru.chain.Decision;
import io.tadoru.chain.Definitions;
import io.tadoru.chain.HostMark;
import io.tadoru.detection.Level;
import io.tadoru.detection.Marks;
import io.tadoru.detection.Stage;
import io.tadoru.event.Identity;
import io.tadoru.event.Json;
import io.tadoru.identity.BindingRow;
import io.tadoru.runtime.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;

/** The topology with all its topics, driven by hand. */
final class Office implements AutoCloseable {
    private static final Instant DAY = Instant.parse("2022-02-26T00:00:00Z");

    private final TopologyTestDriver driver;
    private final TestInputTopic<String, byte[]> observations;
    private final TestInputTopic<String, byte[]> marks;
    private final TestInputTopic<String, byte[]> hostMarks;
    private final TestInputTopic<String, byte[]> decisions;
    private final TestInputTopic<String, byte[]> hostDecisions;
    private Instant received = Instant.parse("2022-02-27T00:00:00Z");
    private final Map<String, BindingRow> bindings = new HashMap<>();

    Office() {
        this(
                new Assembler(Definitions.load(Path.of(System.getProperty("tadoru.root", "../.."), "rules/chains")))
                        ::assembleFolds);
    }

    Office(ChainAssembly assembly) {
        driver = new TopologyTestDriver(
                CorrelateTopology.build(assembly), new Properties(), Instant.parse("2022-02-27T00:00:00Z"));
        observations = driver.createInputTopic(Topics.OBSERVATIONS, new StringSerializer(), new ByteArraySerializer());
        hostMarks =
                driver.createInputTopic(CorrelateTopics.HOST_MARKS, new StringSerializer(), new ByteArraySerializer());
        hostDecisions = driver.createInputTopic(
                CorrelateTopics.HOST_DECISIONS, new StringSerializer(), new ByteArraySerializer());
        decisions = driver.createInputTopic(Topics.DECISIONS, new StringSerializer(), new ByteArraySerializer());
        marks = driver.createInputTopic(Topics.MARKS, new StringSerializer(), new ByteArraySerializer());
    }

    static Instant at(int minute) {
        return DAY.plus(Duration.ofMinutes(minute));
    }

    void see(Identity identity, String host, int minute) {
        var seen = CorrelateTopologyTest.observation(identity, host, minute);
        observations.pipeInput(identity.toString(), Json.bytes(seen), received);
    }

    void mark(String eventId, int minute, Identity... names) {
        marks.pipeInput(eventId, Json.bytes(CorrelateTopologyTest.marks(eventId, minute, names)), received);
    }

    /** Of this rule's level, and dated by itself: an event may lie about its time. */
    void mark(String eventId, Instant time, Level level, Stage stage, Identity... names) {
        marks.pipeInput(eventId, Json.bytes(CorrelateTopologyTest.marks(eventId, time, level, stage, names)), received);
    }

    /** As if the event had already been resolved to that host. */
    void hand(String eventId, int minute, Level level, Stage stage, String host) {
        var of = CorrelateTopologyTest.marks(eventId, at(minute), level, stage);
        var handed = new HostMarks(host, eventId, "log", of.marks(), Set.of());
        hostMarks.pipeInput(host, Json.bytes(handed), received);
    }

    void hand(HostMarks handed) {
        hostMarks.pipeInput(handed.host(), Json.bytes(handed), received);
    }

    /** As if the event had turned out to be another host's. */
    void take(String eventId, String host) {
        hostMarks.pipeInput(host, Json.bytes(HostMarks.withdrawn(host, eventId)), received);
    }

    void decide(Decision decision) {
        decide(Json.bytes(decision));
    }

    void decide(byte[] record) {
        decisions.pipeInput("case", record, received);
    }

    /** What another has kept, as a restart finds it. */
    void restore(Office from) {
        for (String store : driver.getAllStateStores().keySet()) {
            var to = driver.<String, Object>getTimestampedKeyValueStore(store);
            try (var all = from.driver
                    .<String, Object>getTimestampedKeyValueStore(store)
                    .all()) {
                all.forEachRemaining(e -> to.put(e.key, e.value));
            }
        }
        received = from.received;
    }

    /** Lets time pass since the last record was received, and the sweeps go round. */
    void days(int days) {
        received = received.plus(Duration.ofDays(days));
    }

    void sweep() {
        for (int i = 0; i < 3; i++) {
            driver.advanceWallClockTime(Sweep.PAUSE);
        }
    }

    Set<String> keys(String store) {
        Set<String> keys = new TreeSet<>();
        try (KeyValueIterator<String, Object> all =
                driver.<String, Object>getKeyValueStore(store).all()) {
            all.forEachRemaining(e -> keys.add(e.key));
        }
        return keys;
    }

    /** How many entries a store has. */
    int size(String store) {
        int size = 0;
        try (KeyValueIterator<String, Object> all =
                driver.<String, Object>getKeyValueStore(store).all()) {
            for (; all.hasNext(); all.next()) {
                size++;
            }
        }
        return size;
    }

    void withdraw(String eventId) {
        marks.pipeInput(eventId, Json.bytes(new Marks(eventId, DAY, List.of(), 0, List.of())), received);
    }

    void garbage() {
        marks.pipeInput("x", "{".getBytes(StandardCharsets.UTF_8));
        observations.pipeInput("x", "{}".getBytes(StandardCharsets.UTF_8));
        for (String none : List.of(
                "{",
                "{}",
                "null",
                "[]",
                "\"ACK\"",
                "{\"id\":\"d\",\"kind\":\"MURDER\"}",
                "{\"kind\":\"ALLOW\"}",
                "{\"kind\":99}",
                "{\"at\":1e400}",
                "{\"at\":1e-2000000000}",
                "{\"at\":99999999999999999999}",
                "{\"at\":\"+1999999999-01-01T00:00:00Z\"}")) {
            decisions.pipeInput("x", none.getBytes(StandardCharsets.UTF_8));
            hostDecisions.pipeInput("x", none.getBytes(StandardCharsets.UTF_8));
        }
    }

    void second() {
        driver.advanceWallClockTime(Duration.ofSeconds(1));
    }

    /** Which events each host has now. */
    Map<String, Set<String>> hosts() {
        Map<String, Set<String>> hosts = new TreeMap<>();
        each().forEach(m ->
                hosts.computeIfAbsent(m.host(), h -> new TreeSet<>()).add(m.eventId()));
        return hosts;
    }

    List<HostMark> host(String host) {
        return each().stream()
                .filter(m -> m.host().equals(host))
                .flatMap(HostMarks::each)
                .toList();
    }

    private List<HostMarks> each() {
        try (KeyValueIterator<String, HostMarks> all =
                driver.<String, HostMarks>getKeyValueStore(Stores.HOST_EVENTS).all()) {
            Map<String, HostMarks> found = new TreeMap<>();
            all.forEachRemaining((KeyValue<String, HostMarks> e) -> found.put(e.key, e.value));
            return List.copyOf(found.values());
        }
    }

    /** The rows as a reader of the topic has them. */
    Map<String, BindingRow> bindings() {
        driver.createOutputTopic(Topics.BINDINGS, new StringDeserializer(), Wire.deserializer(BindingRow.class))
                .readKeyValuesToList()
                .forEach(e -> {
                    if (e.value == null) {
                        bindings.remove(e.key);
                    } else {
                        bindings.put(e.key, e.value);
                    }
                });
        return bindings;
    }

    /** Chains said since the last look. */
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> chains() {
        return driver
                .createOutputTopic(Topics.CHAINS, new StringDeserializer(), new ByteArrayDeserializer())
                .readValuesToList()
                .stream()
                .map(b -> (Map<String, Object>) Json.read(b, Map.class))
                .toList();
    }

    @Override
    public void close() {
        driver.close();
    }
}
