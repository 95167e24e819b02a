package io.tadoru.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.detection.Correlated;
import io.tadoru.detection.Correlation;
import io.tadoru.detection.Detector;
import io.tadoru.detection.KeyedHit;
import io.tadoru.detection.Level;
import io.tadoru.detection.Mark;
import io.tadoru.detection.Marks;
import io.tadoru.detection.RuleRef;
import io.tadoru.detection.RuleSet;
import io.tadoru.detection.Stage;
import io.tadoru.detection.sequence.Case;
import io.tadoru.detection.sequence.CaseEvent;
import io.tadoru.detection.sequence.Definition;
import io.tadoru.detection.sequence.Sample;
import io.tadoru.detection.sequence.Window;
import io.tadoru.event.Identity;
import io.tadoru.event.Json;
import io.tadoru.event.Layer;
import io.tadoru.event.Party;
import io.tadoru.identity.Office;
import io.tadoru.runtime.Topics;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a correlation finds in the stream, in whatever order its hits come, is what it finds in all of them at once. */
class CorrelationStreamTest {
    private static final Instant NOW = Instant.parse("2022-03-01T00:00:00Z");
    private static final Path CASES = Path.of(System.getProperty("tadoru.root", "../.."), "../shared/correlation")
            .normalize();

    /** A running topology with one correlation in force. */
    private static final class Running implements AutoCloseable {
        private final Correlation correlation;
        private final Correlated correlated;
        private final TopologyTestDriver driver;
        private final TestInputTopic<String, byte[]> hits;
        private final TestOutputTopic<String, byte[]> said;
        private final Map<String, Marks> now = new LinkedHashMap<>();

        Running(Definition definition) {
            correlation = new Correlation(
                    new RuleRef("c", "A correlation", "1", Level.HIGH),
                    "",
                    Optional.of(Stage.EXECUTION),
                    true,
                    false,
                    definition,
                    List.of(),
                    0);
            Detector detector = new Detector(new RuleSet(List.of(), List.of(correlation), List.of(), List.of()));
            correlated = detector.correlated();
            driver = new TopologyTestDriver(
                    NormalizeTopology.build(new NormalizeParts(
                            raw -> new Reading.Dropped("none"),
                            Examiner.of(detector),
                            Office.defaults(),
                            "topic",
                            Clock.fixed(NOW, ZoneOffset.UTC))),
                    new Properties(),
                    NOW);
            hits = driver.createInputTopic(NormalizeTopics.HITS, new StringSerializer(), new ByteArraySerializer());
            said = driver.createOutputTopic(Topics.MARKS, new StringDeserializer(), new ByteArrayDeserializer());
        }

        void send(KeyedHit hit) {
            hits.pipeInput(CorrelationProcessor.key(hit), Json.bytes(hit), NOW);
        }

        void hear(String source, Instant time) {
            Heard heard = new Heard("c", source, 0, time);
            hits.pipeInput(Heard.KEY + heard.place(), Json.bytes(heard), NOW);
        }

        List<String> summaries() {
            return now.values().stream()
                    .flatMap(marks -> marks.marks().stream())
                    .map(Mark::summary)
                    .toList();
        }

        /** All results in force, by their ids, after whatever may still come has had its time. */
        Set<String> inForce(Duration later) {
            driver.advanceWallClockTime(later);
            said.readValuesToList().forEach(value -> {
                Marks marks = Json.read(value, Marks.class);
                now.put(marks.eventId(), marks);
            });
            Set<String> ids = new TreeSet<>();
            now.forEach((id, marks) -> {
                if (!marks.marks().isEmpty()) {
                    ids.add(id);
                }
            });
            return ids;
        }

        Set<String> atOnce(List<KeyedHit> all) {
            Map<String, List<KeyedHit>> byKey = new LinkedHashMap<>();
            all.forEach(hit -> byKey.computeIfAbsent(CorrelationProcessor.key(hit), k -> new ArrayList<>())
                    .add(hit));
            Set<String> ids = new TreeSet<>();
            byKey.values().forEach(key -> correlated.results(correlation, key).forEach(r -> ids.add(r.eventId())));
            return ids;
        }

        @Override
        public void close() {
            driver.close();
        }
    }

    private static KeyedHit hit(
            String id, Instant time, String key, long stages, boolean until, @Nullable Long sequence) {
        Mark mark = new Mark(
                id,
                "hash",
                time,
                time,
                0,
                "s",
                "c",
                "clock",
                Layer.EPP,
                null,
                Stage.EXECUTION,
                new RuleRef("r", "A rule", "1", Level.LOW),
                List.of(),
                "something",
                List.of(),
                -1,
                "line",
                List.of());
        Party party = new Party(List.of(Identity.host("PC-1")));
        return new KeyedHit("c", List.of(key), time, sequence, id, stages, until, null, false, mark, List.of(party), 0);
    }

    @TestFactory
    Stream<DynamicTest> casesOfOthersInTheStream() throws IOException {
        boolean there = Files.isDirectory(CASES.resolve("cases"));
        if (!there) {
            System.out.println("CorrelationStreamTest: cases of others skipped, " + CASES + " is not there");
        }
        assumeTrue(there);
        List<Path> files;
        try (Stream<Path> all = Files.list(CASES.resolve("cases"))) {
            files = all.sorted().toList();
        }
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> inTheStream(file)));
    }

    private static void inTheStream(Path file) throws IOException {
        JsonNode json = Json.MAPPER.readTree(file.toFile());
        Case of = Case.of(json);
        if (of.definition() instanceof Sample) {
            return; // a notion for files
        }
        List<KeyedHit> hits = new ArrayList<>();
        for (String line : Files.readAllLines(
                CASES.resolve("data").resolve(json.get("dataset").asText() + ".ndjson"))) {
            CaseEvent event = CaseEvent.of(Json.MAPPER.readTree(line));
            of.hits(event)
                    .forEach((key, hit) -> hits.add(hit(
                            event.at().id(),
                            event.at().time(),
                            Json.text(key.stream()
                                    .map(k -> k.map(Object::toString).orElse(""))
                                    .toList()),
                            hit.stages(),
                            hit.until(),
                            event.at().sequence().isPresent()
                                    ? event.at().sequence().getAsLong()
                                    : null)));
        }
        shuffledAndRepeated(of.definition(), hits, 3);
    }

    private static void shuffledAndRepeated(Definition definition, List<KeyedHit> hits, long seed) {
        Random random = new Random(seed);
        List<KeyedHit> sent = new ArrayList<>(hits);
        hits.stream().filter(hit -> random.nextInt(10) == 0).forEach(sent::add);
        Collections.shuffle(sent, random);
        try (Running running = new Running(definition)) {
            sent.forEach(running::send);
            assertThat(running.inForce(Duration.ofDays(400))).isEqualTo(running.atOnce(hits));
        }
    }

    @Test
    void countsInTheStream() {
        Window window = new Window(
                Window.Type.EVENT_COUNT,
                1,
                0,
                Duration.ofSeconds(10),
                Map.of(Window.Comparison.GTE, BigDecimal.valueOf(3)));
        for (long seed = 1; seed < 6; seed++) {
            Random random = new Random(seed);
            List<KeyedHit> hits = new ArrayList<>();
            for (int i = 0; i < 80; i++) {
                hits.add(hit("e" + i, NOW.plusSeconds(random.nextInt(120)), "k" + random.nextInt(2), 1, false, null));
            }
            for (int i = 0; i < 60; i++) { // many more at once than it takes
                hits.add(hit("n" + i, NOW.plusSeconds(200 + random.nextInt(12)), "k0", 1, false, null));
            }
            shuffledAndRepeated(window, hits, seed);
        }
    }

    @Test
    void aHitTakenBackTakesItsResultsBack() {
        Window window = new Window(
                Window.Type.EVENT_COUNT,
                1,
                0,
                Duration.ofSeconds(10),
                Map.of(Window.Comparison.GTE, BigDecimal.valueOf(2)));
        KeyedHit first = hit("a", NOW, "k", 1, false, null);
        try (Running running = new Running(window)) {
            running.send(first);
            running.send(hit("b", NOW.plusSeconds(1), "k", 1, false, null));
            assertThat(running.inForce(Duration.ZERO)).hasSize(1);
            running.send(first.withdraw());
            assertThat(running.inForce(Duration.ZERO)).isEmpty();
        }
    }

    private static Definition runAndNothing() throws IOException {
        return Case.of(Json.MAPPER.readTree("""
                        {"id": "x", "maxspan": "PT30M", "steps": [{"match": []}, {"match": [], "missing": true}]}
                        """)).definition();
    }

    @Test
    void whatMustNotFollowIsSaidWhenWhoeverMightTellWasHeardBeyondTheDeadline() throws IOException {
        try (Running running = new Running(runAndNothing())) {
            running.send(hit("ran", NOW, "k", 1, false, null));
            running.hear("edr", NOW.plusSeconds(60));
            assertThat(running.inForce(Duration.ofMinutes(34))).isEmpty();
            running.hear("edr", NOW.plusSeconds(1801));
            assertThat(running.inForce(Duration.ofMinutes(5))).hasSize(1);
            assertThat(running.summaries()).noneMatch(said -> said.startsWith("presumed"));
            running.send(hit("quarantined", NOW.plusSeconds(600), "k", 2, false, null));
            assertThat(running.inForce(Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void whereASourceStaysMuteItIsPresumedAndTheSourceNamed() throws IOException {
        try (Running running = new Running(runAndNothing())) {
            running.send(hit("ran", NOW, "k", 1, false, null));
            running.hear("edr", NOW.plusSeconds(1801));
            running.hear("antivirus", NOW.plusSeconds(60));
            assertThat(running.inForce(Duration.ofMinutes(40))).isEmpty();
            assertThat(running.inForce(Duration.ofMinutes(30))).hasSize(1);
            assertThat(running.summaries())
                    .singleElement()
                    .satisfies(said -> assertThat(said).startsWith("presumed (not heard since: antivirus)"));
        }
    }

    @Test
    void whatFollowsInTimeNeverLetsItBeSaid() throws IOException {
        try (Running running = new Running(runAndNothing())) {
            running.send(hit("ran", NOW, "k", 1, false, null));
            running.send(hit("quarantined", NOW.plusSeconds(600), "k", 2, false, null));
            assertThat(running.inForce(Duration.ofDays(1))).isEmpty();
        }
    }
}
