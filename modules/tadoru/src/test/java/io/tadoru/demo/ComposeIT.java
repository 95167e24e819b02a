package io.tadoru.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.tadoru.event.Json;
import io.tadoru.pipeline.Role;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The whole installation as docs/install.md starts it, the scenario's lines through its published ports, and its end. */
@ResourceLock("containers") // both at once take longer than one after the other
class ComposeIT {
    private static final Path ROOT = Path.of(System.getProperty("tadoru.root"));
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern TOKEN = Pattern.compile("tdr_[A-Za-z0-9_-]+");

    /** Services have the names of the roles, so that a role without a service, or the other way round, is noticed. */
    private static final List<String> ROLES = Arrays.stream(Role.values())
            .map(role -> role.name().toLowerCase(Locale.ROOT))
            .toList();

    private final Scenario scenario = Scenario.read(ROOT.resolve("scenarios/emotet-2022"));

    @TempDir
    Path work;

    @Test
    void linesSentToThePublishedPortsBecomeTheChainAndNothingStaysBehind() throws Exception {
        if (!"true".equals(System.getenv("TADORU_REQUIRE_COMPOSE"))) {
            String reason = "it takes two minutes: TADORU_REQUIRE_COMPOSE=true runs it, as .ci/run does";
            System.out.println("ComposeIT skipped: " + reason);
            Assumptions.abort(reason);
        }
        Compose.missing(ROOT).ifPresent(missing -> fail("docker compose is required, but " + missing));
        JsonNode config = config();
        Compose compose = new Compose(ROOT, written(config));
        try (compose) {
            compose.run("build", "--quiet", "secrets");
            compose.run(up());

            play(compose, config.path("sources"));

            long lines = Demo.count(scenario);
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(() -> assertThat(documents(compose)).isEqualTo(lines));
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(() -> assertThat(chain(compose)).hasValueSatisfying(ComposeIT::isTheDemos));
            if (ROLES.contains("serve")) {
                isServed(compose);
            }
        }
        assertThat(compose.left()).isEmpty();
    }

    private static String[] up() {
        List<String> command = new ArrayList<>(List.of("up", "-d", "--wait", "--wait-timeout", "300"));
        command.addAll(ROLES);
        return command.toArray(String[]::new);
    }

    /** The example that people start from, told when these lines were written. */
    private JsonNode config() throws IOException {
        JsonNode config = YAML.readTree(Files.readString(ROOT.resolve("docker/tadoru.yml")));
        for (Map.Entry<String, JsonNode> source : config.path("sources").properties()) {
            String asOf = scenario.settings().get("sources." + source.getKey() + ".as-of");
            ((ObjectNode) source.getValue()).put("as-of", asOf);
        }
        ObjectNode backfill = ((ObjectNode) config).putObject("backfill");
        backfill.put("from", scenario.settings().get("backfill.from"));
        backfill.put("to", scenario.settings().get("backfill.to"));
        return config;
    }

    /** Where the image's user can read it. */
    private Path written(JsonNode config) throws IOException {
        Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path file = Files.writeString(work.resolve("tadoru.yml"), YAML.writeValueAsString(config));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }

    private void play(Compose compose, JsonNode sources) throws IOException, InterruptedException {
        for (Scenario.Feed feed : scenario.feeds()) {
            JsonNode source = sources.path(feed.source());
            if (source.path("via").asText().equals("http")) {
                post(feed, compose.port("collect", 8088));
            } else {
                stream(feed, compose.port("collect", source.path("port").asInt()));
            }
        }
    }

    private static void stream(Scenario.Feed feed, int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16)) {
            FeedLines.each(feed.file(), line -> {
                out.write(line);
                out.write('\n');
            });
        }
    }

    private static void post(Scenario.Feed feed, int port) throws IOException {
        var body = new ByteArrayOutputStream();
        FeedLines.each(feed.file(), line -> {
            body.writeBytes(line);
            body.write('\n');
            if (body.size() > 1 << 20) {
                post(feed.source(), port, body);
            }
        });
        post(feed.source(), port, body);
    }

    private static void post(String source, int port, ByteArrayOutputStream body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/ingest/" + source))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        assertThat(answer(request).statusCode()).isEqualTo(200);
        body.reset();
    }

    private static HttpResponse<String> answer(HttpRequest request) throws IOException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Each line is an event, or a reject, or was dropped by design and is counted among these. */
    private static long documents(Compose compose) throws Exception {
        return Json.MAPPER
                .readTree(compose.elasticsearch("/tadoru-events-*,tadoru-rejects-*/_count?ignore_unavailable=true"))
                .path("count")
                .asLong();
    }

    private static Optional<JsonNode> chain(Compose compose) throws Exception {
        JsonNode answer = Json.MAPPER.readTree(compose.elasticsearch("/tadoru-chains/_search?q=host:PC-0142"));
        for (JsonNode hit : answer.at("/hits/hits")) {
            if (isInfection(hit.path("_source"))) {
                return Optional.of(hit.path("_source"));
            }
        }
        return Optional.empty();
    }

    /** Two days later a stranger writes in the same person's name: a chain of its own. */
    private static boolean isInfection(JsonNode chain) {
        return chain.path("definition").asText().equals("malware-infection")
                && !Set.of("withdrawn", "merged").contains(chain.path("status").asText());
    }

    private static void isTheDemos(JsonNode chain) {
        assertThat(chain.path("status").asText()).isEqualTo("quarantined");
        assertThat(chain.path("user").asText()).isEqualTo("taro");
        assertThat(chain.path("infected_not_before").asText()).isEqualTo("2022-02-26T01:02:11Z");
        assertThat(chain.path("time_to_quarantine_min").asLong()).isEqualTo(300);
        assertThat(chain.path("sentence_en").asText())
                .contains("e1151c76.5952d8ca7862@mail.example.net", "invoice_0226.xlsm");
    }

    /** With a token of the installation itself; without one nothing is told. */
    private static void isServed(Compose compose) throws Exception {
        String said = compose.run(
                "exec", "-T", "serve", "tadoru", "token", "create", "--name", "compose-it", "--role", "reader");
        Matcher token = TOKEN.matcher(said);
        assertThat(token.find()).as(said).isTrue();
        URI uri = URI.create("http://127.0.0.1:" + compose.port("serve", 8090) + "/api/v1/chains?host=PC-0142");

        assertThat(answer(HttpRequest.newBuilder(uri).build()).statusCode()).isEqualTo(401);
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            HttpResponse<String> answer = answer(HttpRequest.newBuilder(uri)
                    .header("Authorization", "Bearer " + token.group())
                    .build());
            assertThat(answer.statusCode()).isEqualTo(200);
            JsonNode chains = Json.MAPPER.readTree(answer.body()).path("chains");
            assertThat(chains)
                    .filteredOn(ComposeIT::isInfection)
                    .singleElement()
                    .satisfies(ComposeIT::isTheDemos);
        });
    }
}
