package io.tadoru.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.tadoru.collect.CollectStep;
import io.tadoru.event.Json;
import io.tadoru.local.LocalKafka;
import io.tadoru.pipeline.Pipeline;
import io.tadoru.pipeline.Role;
import io.tadoru.runtime.Settings;
import io.tadoru.serve.notify.Notifier;
import io.tadoru.serve.notify.Notifiers;
import io.tadoru.simulator.OfficePlan;
import io.tadoru.simulator.Simulator;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the raw lines of the incident to the message in a person's mailbox, on a genuine Kafka and SMTP server. */
class TellIT {
    private static final String FIRST = "soc@example.co.jp";
    private static final String SECOND = "duty@example.co.jp";
    private static final Instant QUARANTINE = Instant.parse("2022-02-26T01:07:00Z");

    @TempDir
    Path work;

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final List<String> held = new ArrayList<>();

    @BeforeEach
    void simulateASmallOffice() throws IOException {
        Simulator.write(OfficePlan.emotet(6, 2, 20220226), Files.createDirectories(work.resolve("office")));
        holdBackTheQuarantine(work.resolve("office/logs/epp/defender.ndjson"));
        mail.start();
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    @Test
    void onePersonIsToldOnceWithinTwoMinutesOfTheQuarantineAndThenTheNext() throws Exception {
        Scenario scenario = Scenario.read(work.resolve("office"));
        try (LocalKafka kafka = LocalKafka.start(work.resolve("kafka"), 0)) {
            Settings settings = settings(scenario, kafka.bootstrapServers());
            try (Pipeline pipeline = Pipeline.open(settings);
                    Notifier notifier = Notifiers.of(settings, Map.of("bootstrap.servers", kafka.bootstrapServers()))
                            .orElseThrow()) {
                notifier.start();
                pipeline.start(Role.NORMALIZE);
                pipeline.start(Role.CORRELATE);
                CollectStep collect = pipeline.collect();
                Player player = Player.start(scenario.feeds(), collect, Received.in(kafka.bootstrapServers()));
                await().atMost(Duration.ofMinutes(2)).until(player::done);
                atTheirOwnPace(collect.port("defender"));
                await().atMost(Duration.ofMinutes(2)).until(() -> !to(FIRST).isEmpty());
                await().atMost(Duration.ofMinutes(1)).until(() -> !to(SECOND).isEmpty());
                assertThat(notifier.healthy() && pipeline.healthy()).isTrue();
            }
        }
        assertThat(to(FIRST)).as("exactly one").hasSize(1);
        MimeMessage message = to(FIRST).getFirst();
        assertThat(message.getSubject()).contains("PC-0142", "taro");
        assertThat((String) message.getContent())
                .contains("PC-0142 (taro) was infected", "assume mail and passwords taken, isolate PC-0142")
                .contains("PC-0142をネットワークから切り離すこと", "tadoru chain T-");
        assertThat(to(SECOND)).hasSize(1);
        assertThat(to(SECOND).getFirst().getSubject()).contains("unanswered", "PC-0142");
    }

    /** The other chains of that office, of severity medium and below, are nobody's to be woken for. */
    private List<MimeMessage> to(String who) {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(m -> receiver(m).equals(who))
                .toList();
    }

    private static String receiver(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Settings settings(Scenario scenario, String kafka) {
        Map<String, String> set = Demo.overrides(scenario, new DemoDirectory(work.resolve("data"), true), kafka);
        set.putAll(Streamed.checkout());
        set.put("notify.mail.to", FIRST + "," + SECOND);
        set.put("notify.smtp.host", "127.0.0.1");
        set.put("notify.smtp.port", Integer.toString(mail.getSmtp().getPort()));
        set.put("notify.smtp.tls", "none");
        set.put("notify.escalate", "10s");
        return Settings.load(null, Map.of(), set);
    }

    private void holdBackTheQuarantine(Path defender) throws IOException {
        List<String> lines = Files.readAllLines(defender);
        lines.stream().filter(TellIT::late).forEach(held::add);
        Files.write(defender, lines.stream().filter(l -> !late(l)).toList());
        assertThat(held).hasSizeGreaterThanOrEqualTo(2);
    }

    private static boolean late(String line) {
        return time(line).isAfter(QUARANTINE);
    }

    private static Instant time(String line) {
        try {
            return Instant.parse(Json.MAPPER.readTree(line).path("@timestamp").asText());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Those within a minute of the quarantine; what is later would keep the test waiting for days. */
    private void atTheirOwnPace(int port) throws Exception {
        Instant first = time(held.getFirst());
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
            List<Future<?>> sent = new ArrayList<>();
            for (String line : held) {
                long after = Duration.between(first, time(line)).toMillis();
                if (after <= 60_000) {
                    sent.add(clock.schedule(() -> post(port, line), after, TimeUnit.MILLISECONDS));
                }
            }
            for (Future<?> one : sent) {
                one.get(1, TimeUnit.MINUTES);
            }
        }
    }

    private static int post(int port, String line) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/ingest/defender"))
                    .POST(HttpRequest.BodyPublishers.ofString(line + "\n"))
                    .build();
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            assertThat(status).isEqualTo(200);
            return status;
        }
    }
}
