package io.tadoru.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.Tadoru;
import io.tadoru.event.Json;
import io.tadoru.event.RawRecord;
import io.tadoru.event.Reject;
import io.tadoru.local.LocalKafka;
import io.tadoru.runtime.Settings;
import io.tadoru.runtime.TopicPlan;
import io.tadoru.runtime.TopicSetup;
import io.tadoru.runtime.Topics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connector is drafted from what a running installation could not read. */
class RejectsOfKafkaIT {
    private static final Instant NOW = Instant.parse("2022-02-26T00:00:00Z");

    @TempDir
    Path folder;

    private static Reject rejected(String source, String line) {
        var raw = new RawRecord("1", source, "squid", "p", NOW, line.getBytes(StandardCharsets.UTF_8));
        return Reject.rejected(raw, "not read");
    }

    private static void send(LocalKafka kafka, List<Reject> rejects) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (Admin admin = Admin.create(settings)) {
            TopicSetup.ensure(admin, TopicPlan.of(Settings.load(null, Map.of(), Map.of())));
        }
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (Reject reject : rejects) {
                producer.send(new ProducerRecord<>(Topics.REJECTS, reject.source(), Json.bytes(reject)))
                        .get();
            }
        }
    }

    @Test
    void rejectsOfOneSourceBecomeADraftThatReadsThem() throws Exception {
        var said = new StringWriter();
        Path connectors = Files.createDirectories(folder.resolve("connectors"));
        try (LocalKafka kafka = LocalKafka.start(folder.resolve("kafka"), 0)) {
            var raw = new RawRecord("2", "proxy", "squid", "p", NOW, "noise".getBytes(StandardCharsets.UTF_8));
            send(
                    kafka,
                    List.of(
                            rejected("proxy", "time=2022-02-26T09:00:00+09:00 src=10.20.30.142 act=deny"),
                            rejected("proxy", "time=2022-02-26T09:00:01+09:00 src=10.20.30.143 act=allow"),
                            rejected("gate", "another source's"),
                            Reject.dropped(raw, "by design")));
            int result = Tadoru.commandLine()
                    .setOut(new PrintWriter(said))
                    .setErr(new PrintWriter(said))
                    .execute(
                            "connector",
                            "new",
                            "--id=example_proxy",
                            "--layer=swg",
                            "--vendor=Example",
                            "--product=Proxy",
                            "--from-rejects=proxy",
                            "--set=kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                            "--set=connectors.directory=" + connectors);
            assertThat(result).as(said.toString()).isZero();
        }
        Path made = connectors.resolve("swg/example_proxy");
        assertThat(Files.readString(made.resolve("connector.yml"))).contains("kv", "source.ip");
        try (var samples = Files.newDirectoryStream(made.resolve("samples"), "*.log")) {
            assertThat(Files.readAllLines(samples.iterator().next()))
                    .hasSize(2)
                    .allMatch(line -> line.contains("src=10.20.30.14"));
        }
    }

    @Test
    void withoutKafkaItSaysWhatToDo() {
        var said = new StringWriter();
        int result = Tadoru.commandLine()
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(
                        "connector",
                        "new",
                        "--from-rejects=proxy",
                        "--id=example_proxy",
                        "--layer=swg",
                        "--set=kafka.bootstrap-servers=127.0.0.1:1");

        assertThat(result).as(said.toString()).isEqualTo(1);
        assertThat(said.toString()).contains("name rejects.ndjson of an investigation with --rejects");
    }
}
