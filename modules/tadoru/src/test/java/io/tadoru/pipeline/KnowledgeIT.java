package io.tadoru.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tadoru.detection.Mark;
import io.tadoru.detection.Marks;
import io.tadoru.event.EventJson;
import io.tadoru.event.Json;
import io.tadoru.local.LocalKafka;
import io.tadoru.normalize.knowledge.KnowledgeState;
import io.tadoru.runtime.RawTopic;
import io.tadoru.runtime.Settings;
import io.tadoru.runtime.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules and indicators change on disk while a real broker's events pass by: the next event meets the next ones. */
class KnowledgeIT {
    private static final Path ROOT = Path.of(System.getProperty("tadoru.root"));
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ID = "00000000-0000-4000-8000-000000000001";
    private static final String THEIRS = "00000000-0000-4000-8000-000000000002";
    private static final String MAIL = "Feb 26 09:41:%02d mx1 postfix/%s[1187]: 5B1F92A0C4: %s";

    @TempDir
    Path work;

    private LocalKafka kafka;
    private KafkaProducer<byte[], byte[]> producer;
    private Pipeline pipeline;
    private int sent;

    @BeforeEach
    void start() throws Exception {
        copy("pipelines");
        copy("chains");
        Files.createDirectories(work.resolve("rules/sigma"));
        Files.writeString(work.resolve("bad.txt"), "# nothing yet\n");
        kafka = LocalKafka.start(work.resolve("kafka"), 0);
        producer = new KafkaProducer<>(servers(), new ByteArraySerializer(), new ByteArraySerializer());
        pipeline = open();
    }

    @AfterEach
    void stop() {
        pipeline.close();
        producer.close();
        kafka.close();
    }

    private static Path source(String folder) {
        return ROOT.resolve("rules").resolve(folder);
    }

    private void copy(String folder) throws IOException {
        Path to = Files.createDirectories(work.resolve("rules").resolve(folder));
        try (Stream<Path> files = Files.list(source(folder))) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(String.valueOf(file.getFileName())));
            }
        }
    }

    private Map<String, Object> servers() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }

    private Pipeline open() throws Exception {
        Pipeline opened = Pipeline.open(Settings.load(
                null,
                Map.of(),
                Map.of(
                        "kafka.bootstrap-servers", kafka.bootstrapServers(),
                        "kafka.partitions", "1",
                        "kafka.instance-id", "one",
                        "state.directory", work.resolve("state").toString(),
                        "connectors.directory", ROOT.resolve("connectors").toString(),
                        "rules.directory", work.resolve("rules").toString(),
                        "detection.indicators", work.resolve("bad.txt") + ";name=feed")));
        opened.start(Role.NORMALIZE);
        return opened;
    }

    @Test
    void rulesAndIndicatorsComeAndGoWhileEventsPass() throws Exception {
        assertThat(asked("/needle")).isEmpty();
        send("postfix", MAIL.formatted(20, "qmgr", "from=<bad@example.net>, size=1, nrcpt=1 (queue active)"));

        rule("needle");
        awaitState(state -> state.rules() == 1);
        assertThat(asked("/needle")).extracting(mark -> mark.rule().id()).containsExactly(ID);
        assertThat(asked("/other")).isEmpty();

        Files.writeString(work.resolve("bad.txt"), "bad@example.net\nevil.example\n");
        awaitState(state -> state.indicators() == 2);
        assertThat(asked("/page", "evil.example"))
                .extracting(mark -> mark.rule().id())
                .containsExactly("indicator:feed");
        assertThat(delivered())
                .as("its sender was told before, and is remembered")
                .isNotEmpty();

        Files.writeString(ruleFile(), "title: [never closed\n");
        Files.writeString(work.resolve("bad.txt"), "<html>404</html>\n");
        awaitState(state -> state.faults().size() == 2);
        assertThat(asked("/needle")).as("the last good one stays").hasSize(1);
        assertThat(asked("/page", "evil.example"))
                .as("no list takes nothing back")
                .hasSize(1);

        Files.delete(ruleFile());
        Files.writeString(work.resolve("bad.txt"), "bad@example.net\n");
        awaitState(state ->
                state.rules() == 0 && state.indicators() == 1 && state.faults().isEmpty());
        assertThat(asked("/needle")).isEmpty();
        assertThat(asked("/page", "evil.example")).isEmpty();
    }

    @Test
    void whatTheTopicsHoldOutlivesTheProcessAndWhatOthersWroteIsLeftAlone() throws Exception {
        rule("needle");
        awaitState(state -> state.rules() == 1);
        publish(THEIRS, text(THEIRS, "theirs"));
        awaitState(state -> state.rules() == 2);
        pipeline.close();

        Files.writeString(ruleFile(), "title: [broken while nobody looked\n");
        pipeline = open();
        assertThat(asked("/needle")).hasSize(1);
        assertThat(asked("/theirs")).hasSize(1);

        Files.delete(ruleFile());
        awaitState(state -> state.rules() == 1);
        assertThat(asked("/theirs")).hasSize(1);
        assertThat(keys(Topics.RULES)).containsEntry(THEIRS, true).containsEntry(ID, false);
        assertThat(keys(Topics.RULES)).containsEntry("announce:one", true);
        pipeline.close();
        assertThat(keys(Topics.RULES)).containsEntry("announce:one", false);
    }

    private Path ruleFile() {
        return work.resolve("rules/sigma/needle.yml");
    }

    private void rule(String word) throws IOException {
        Files.writeString(ruleFile(), text(ID, word));
    }

    private static String text(String id, String word) {
        return """
                title: Asks for a %s
                id: %s
                level: high
                tags: [attack.command-and-control]
                logsource: {category: proxy}
                detection: {asks: {c-uri|contains: %s}, condition: asks}
                """.formatted(word, id, word);
    }

    private void publish(String id, String text) {
        Map<String, String> value = Map.of("path", "theirs.yml", "text", text, "version", "1");
        var unused = producer.send(
                new ProducerRecord<>(Topics.RULES, id.getBytes(StandardCharsets.UTF_8), Json.bytes(value)));
        producer.flush();
    }

    private void awaitState(Predicate<KnowledgeState> wanted) {
        await().atMost(PATIENCE).until(() -> pipeline.knowledge().filter(wanted).isPresent());
    }

    private List<Mark> asked(String path) {
        return asked(path, "a.example");
    }

    /** The marks of a line that is sent now. */
    private List<Mark> asked(String path, String host) {
        String url = "http://" + host + path + "?" + ++sent;
        send(
                "squid",
                "1645837201.123 50 10.20.30.142 TCP_MISS/200 512 GET " + url + " - HIER_DIRECT/203.0.113.9 text/html");
        return marks(event -> event.contains(url));
    }

    private List<Mark> delivered() {
        send(
                "postfix",
                MAIL.formatted(
                        21,
                        "virtual",
                        "to=<taro@example.co.jp>, relay=virtual, delay=1, dsn=2.0.0, status=sent (delivered)"));
        return marks(event -> event.contains("status=sent"));
    }

    private void send(String connector, String line) {
        var unused = producer.send(RawTopic.record(
                connector, connector, "peer", null, Instant.now(), line.getBytes(StandardCharsets.UTF_8)));
        producer.flush();
    }

    /** Of the event whose line is meant; events and marks are written in one transaction. */
    private List<Mark> marks(Predicate<String> line) {
        List<String> ids = new ArrayList<>();
        await().atMost(PATIENCE).until(() -> {
            read(Topics.EVENTS).stream()
                    .map(record -> EventJson.decode(record.value()))
                    .filter(event -> line.test(event.text("event.original").orElse("")))
                    .forEach(event -> ids.add(event.id()));
            return !ids.isEmpty();
        });
        return read(Topics.MARKS).stream()
                .map(record -> Json.read(record.value(), Marks.class))
                .filter(marks -> marks.eventId().equals(ids.getLast()))
                .flatMap(marks -> marks.marks().stream())
                .toList();
    }

    /** Which keys hold a value in the end. */
    private Map<String, Boolean> keys(String topic) {
        Map<String, Boolean> keys = new HashMap<>();
        read(topic)
                .forEach(record -> keys.put(new String(record.key(), StandardCharsets.UTF_8), record.value() != null));
        return keys;
    }

    private List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        Map<String, Object> reading = new HashMap<>(servers());
        reading.put("isolation.level", "read_committed");
        reading.put("auto.offset.reset", "earliest");
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        TopicPartition only = new TopicPartition(topic, 0);
        try (var consumer = new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(only));
            consumer.seekToBeginning(List.of(only));
            long end = consumer.endOffsets(List.of(only)).getOrDefault(only, 0L);
            while (consumer.position(only) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
        }
        return all;
    }
}
