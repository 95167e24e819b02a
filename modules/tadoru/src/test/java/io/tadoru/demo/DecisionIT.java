package io.tadoru.demo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.casework.PackageCheck;
import io.tadoru.collect.CollectStep;
import io.tadoru.event.Json;
import io.tadoru.local.Distribution;
import io.tadoru.local.LocalServers;
import io.tadoru.pipeline.Pipeline;
import io.tadoru.pipeline.Quiet;
import io.tadoru.pipeline.Role;
import io.tadoru.runtime.SettingList;
import io.tadoru.runtime.Settings;
import io.tadoru.simulator.OfficePlan;
import io.tadoru.simulator.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people decide, through the API and the whole pipeline on genuine servers: it outlives a merge and a lost state. */
class DecisionIT {
    private static final Path ROOT = Path.of(System.getProperty("tadoru.root"));
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path work;

    private final List<String> late = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();

    /** Without the first line in which the protection speaks, the chain is named after the second. */
    @BeforeEach
    void simulateASmallOffice() throws IOException {
        Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxr-xr-x"));
        Simulator.write(OfficePlan.emotet(6, 2, 20220226), Files.createDirectories(work.resolve("office")));
        Path defender = work.resolve("office/logs/epp/defender.ndjson");
        List<String> lines = Files.readAllLines(defender);
        lines.stream().filter(DecisionIT::detects).forEach(late::add);
        Files.write(defender, lines.stream().filter(l -> !detects(l)).toList());
        assertThat(late).hasSize(1);
    }

    private static boolean detects(String line) {
        return line.contains("\"PC-0142\"") && line.contains("\"1116\"");
    }

    @Test
    void aClosedCaseStaysClosedThroughAMergeAndALostStateAndItsNumberStillFindsIt() throws Exception {
        Scenario scenario = Scenario.read(work.resolve("office"));
        try (LocalServers servers = LocalServers.trial(work.resolve("data"), Distribution.find(ROOT))) {
            Settings settings = settings(scenario, servers.bootstrapServers());
            String elasticsearch = servers.elasticsearch().url().toString();
            String number;
            String first;
            try (Pipeline pipeline = Pipeline.open(settings);
                    Quiet quiet = new Quiet(pipeline, settings)) {
                CollectStep collect = start(pipeline, elasticsearch);
                DemoPage page = DemoPage.open(pipeline, elasticsearch);
                Player player = Player.start(scenario.feeds(), collect, Received.in(servers.bootstrapServers()));
                await().atMost(PATIENCE).until(player::done);
                await().atMost(PATIENCE)
                        .until(() -> theIncident(page).path("status").asText().equals("quarantined"));
                number = theIncident(page).path("case").asText();
                first = theIncident(page).path("id").asText();
                decide(page, number, "{\"kind\":\"ack\"}");
                decide(page, number, "{\"kind\":\"close\",\"text\":\"reinstalled\"}");
                await().atMost(PATIENCE).until(() -> is(chain(page, number), "closed", "demo"));
                assertThat(chain(page, number).path("id").asText()).isEqualTo(first);

                assertThat(post(
                                URI.create("http://127.0.0.1:" + collect.port("defender") + "/ingest/defender"),
                                late.getFirst() + "\n",
                                ""))
                        .isEqualTo(200);
                await().atMost(PATIENCE)
                        .until(() -> !chain(page, number).path("id").asText().equals(first));
                assertThat(chain(page, number).path("redirected_from").asText()).isEqualTo(first);
                await().atMost(PATIENCE).until(() -> is(chain(page, number), "closed", "demo"));
                assertThat(texts(chain(page, number).path("cases"))).contains(number);
                await().atMost(PATIENCE).until(quiet::now);
                verifiesAndNoticesAChangedByte(page, number);
            }
            delete(settings.get(SettingList.STATE_DIRECTORY).resolve("tadoru-correlate"));
            try (Pipeline pipeline = Pipeline.open(settings)) {
                start(pipeline, elasticsearch);
                DemoPage page = DemoPage.open(pipeline, elasticsearch);
                decide(page, number, "{\"kind\":\"note\",\"text\":\"<b>looked at again</b>\"}");
                await().atMost(PATIENCE)
                        .until(() -> texts(chain(page, number).path("detail").path("decisions"), "kind")
                                .equals(List.of("ack", "close", "note")));
                assertThat(is(chain(page, number), "closed", "demo")).isTrue();
                assertThat(chain(page, number).path("redirected_from").asText()).isEqualTo(first);
            }
        }
    }

    private static CollectStep start(Pipeline pipeline, String elasticsearch) throws IOException {
        pipeline.start(Role.NORMALIZE);
        pipeline.start(Role.CORRELATE);
        pipeline.index(elasticsearch);
        return pipeline.collect();
    }

    private Settings settings(Scenario scenario, String kafka) {
        Map<String, String> set = Demo.overrides(scenario, new DemoDirectory(work.resolve("data"), true), kafka);
        set.putAll(Streamed.checkout());
        set.put("serve.port", "0");
        return Settings.load(null, Map.of(), set);
    }

    private static boolean is(JsonNode chain, String status, String by) {
        return chain.path("status").asText().equals(status)
                && chain.path("acknowledged_by").asText().equals(by)
                && chain.path("closed_by").asText().equals(by);
    }

    private JsonNode theIncident(DemoPage page) {
        return Json.read(get(page, "/chains?host=PC-0142").body(), JsonNode.class)
                .path("chains")
                .path(0);
    }

    private JsonNode chain(DemoPage page, String meant) {
        return Json.read(get(page, "/chains/" + meant).body(), JsonNode.class);
    }

    /** An outsider has the package only, and no server. */
    private void verifiesAndNoticesAChangedByte(DemoPage page, String number) throws IOException {
        Path zip = work.resolve("package.zip");
        Files.write(zip, get(page, "/chains/" + number + "/package").body());
        assertThat(PackageCheck.check(zip).fine()).isTrue();
        assertThat(get(page, "/chains/" + number + "/package").body())
                .as("the same bytes")
                .isEqualTo(Files.readAllBytes(zip));
        byte[] changed = Files.readAllBytes(zip);
        changed[changed.length / 2] ^= 1;
        Files.write(zip, changed);
        assertThat(PackageCheck.check(zip).fine()).isFalse();
    }

    private HttpResponse<byte[]> get(DemoPage page, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(page.url() + "/api/v1" + path))
                .header("Authorization", "Bearer " + page.token())
                .build();
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void decide(DemoPage page, String number, String json) throws Exception {
        URI uri = URI.create(page.url() + "/api/v1/chains/" + number + "/decisions");
        assertThat(post(uri, json, "Bearer " + page.token())).isEqualTo(202);
    }

    private int post(URI uri, String body, String authorization) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private static List<String> texts(JsonNode array, String field) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.path(field).asText()));
        return texts;
    }

    private static void delete(Path folder) throws IOException {
        assertThat(folder).isDirectory();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(requireNonNull(one));
            }
        }
    }
}
