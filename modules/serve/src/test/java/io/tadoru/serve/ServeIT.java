package io.tadoru.serve;

import static io.tadoru.serve.Client.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.chain.Decision;
import io.tadoru.event.Json;
import io.tadoru.runtime.Topics;
import io.tadoru.serve.access.AccessRole;
import io.tadoru.serve.access.Token;
import io.tadoru.store.AccessStore;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneTrial.class)
class ServeIT {
    private static final String FIRST = "0a0a0a0a11111111aaaaaaaa00000001";
    private static final String SECOND = "0b0b0b0b11111111aaaaaaaa00000002";
    private static final String MERGED = "0c0c0c0c11111111aaaaaaaa00000003";
    private static final String HIDDEN = "0d0d0d0d11111111aaaaaaaa00000004";
    private static final String TWIN = "0e0e0e0e11111111aaaaaaaa00000005";

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Trial trial;

    @BeforeAll
    static void start() throws Exception {
        trial = OneTrial.trial;
        Map<String, Object> first = Chains.chain(FIRST, "PC-0142", "2022-02-26T01:09:00Z");
        Map<String, Object> merged = Chains.chain(MERGED, "PC-0142", "2022-02-26T01:05:00Z");
        Map<String, Object> hidden = Chains.chain(HIDDEN, "PC-0144", "2022-02-26T01:06:00Z");
        Map<String, Object> twin = Chains.chain(TWIN, "PC-0145", "2022-02-26T01:01:00Z");
        Chains.write(
                trial.store,
                List.of(
                        first,
                        Chains.chain(SECOND, "PC-0143", "2022-02-26T01:08:00Z"),
                        Chains.with(Chains.with(merged, "status", "merged"), "merged_into", FIRST),
                        Chains.with(Chains.with(hidden, "hidden", true), "status", "active"),
                        Chains.with(Chains.with(twin, "case", "T-2022-0B0B0B0"), "status", "stopped")));
    }

    @Test
    void withoutAGoodTokenNothingIsTold() throws Exception {
        Token expired = trial.token("old", AccessRole.READER, Duration.ofSeconds(-1));
        Token revoked = trial.token("gone", AccessRole.READER, Duration.ofHours(1));
        assertThat(new AccessStore(trial.store).revoke(revoked.id())).isTrue();
        Token good = trial.token("good", AccessRole.READER, Duration.ofHours(1));
        String wrong = good.text().substring(0, good.text().length() - 1)
                + (good.text().endsWith("0") ? "1" : "0");
        List<String> told = new ArrayList<>();
        for (String token : List.of("", "x", wrong, expired.text(), revoked.text())) {
            HttpResponse<String> response = trial.client(token).get("/api/v1/chains");
            assertThat(response.statusCode()).as(token).isEqualTo(401);
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            told.add(response.body());
        }
        assertThat(told.stream().distinct()).hasSize(1);
        assertThat(trial.client(good.text()).get("/api/v1/chains").statusCode()).isEqualTo(200);
    }

    @Test
    void methodsWithoutARouteAreOpenToNobody() throws Exception {
        Client nobody = trial.client("");
        for (String method : List.of("HEAD", "PUT", "DELETE", "PATCH", "OPTIONS")) {
            assertThat(nobody.send(nobody.request("/api/v1/chains").method(method, BodyPublishers.noBody()))
                            .statusCode())
                    .as(method)
                    .isIn(401, 403, 404, 405);
        }
    }

    @Test
    void aRevokedTokenEndsWithinSeconds() throws Exception {
        Token token = trial.token("soon", AccessRole.READER, Duration.ofHours(1));
        Client client = trial.client(token.text());
        assertThat(client.get("/api/v1/me").statusCode()).isEqualTo(200);
        new AccessStore(trial.store).revoke(token.id());
        await().atMost(Duration.ofSeconds(6))
                .until(() -> client.get("/api/v1/me").statusCode() == 401);
    }

    @Test
    void theListHasTheNewestFirstWithoutWhatIsAside() throws Exception {
        JsonNode list = json(trial.reader().get("/api/v1/chains"));
        assertThat(list.path("chains").findValuesAsText("id")).containsExactly(FIRST, SECOND, TWIN);
        assertThat(list.path("hidden").asLong()).isEqualTo(1);
        assertThat(list.path("chains").get(0).has("detail")).isFalse();
        assertThat(list.at("/chains/0/layers/mail/verdict").asText()).isEqualTo("passed");
        assertThat(ids("status=merged")).containsExactly(MERGED);
        assertThat(ids("hidden=true")).containsExactly(FIRST, SECOND, HIDDEN, TWIN);
        assertThat(ids("host=PC-0143")).containsExactly(SECOND);
        assertThat(ids("since=2022-02-26T01:08:30Z")).containsExactly(FIRST);
        assertThat(ids("until=2022-02-26T01:00:00Z")).isEmpty();
        assertThat(ids("status=stopped,active&user=taro&severity=high")).containsExactly(TWIN);
    }

    private static List<String> ids(String query) throws Exception {
        return json(trial.reader().get("/api/v1/chains?" + query))
                .path("chains")
                .findValuesAsText("id");
    }

    @Test
    void pagesFollowEachOther() throws Exception {
        Client reader = trial.reader();
        JsonNode page = json(reader.get("/api/v1/chains?limit=2"));
        assertThat(page.path("chains").findValuesAsText("id")).containsExactly(FIRST, SECOND);
        JsonNode next = json(
                reader.get("/api/v1/chains?limit=2&after=" + page.path("next").asText()));
        assertThat(next.path("chains").findValuesAsText("id")).containsExactly(TWIN);
        assertThat(next.has("next")).isFalse();
    }

    @Test
    void hostileFiltersAreOnlyWords() throws Exception {
        for (String hostile :
                List.of("*", "PC-0142\" OR \"1", "{\"match_all\":{}}", Chains.HOSTILE, "\u0000", "%", "あ")) {
            assertThat(ids("host=" + URLEncoder.encode(hostile, StandardCharsets.UTF_8)))
                    .as(hostile)
                    .isEmpty();
        }
        Client reader = trial.reader();
        for (String bad : List.of(
                "status=everything",
                "since=yesterday",
                "limit=0",
                "limit=501",
                "after=x",
                "after=" + "a".repeat(300),
                "host=a&host=b",
                "host=" + "a".repeat(300),
                "q=x",
                "hidden=1")) {
            HttpResponse<String> response = reader.get("/api/v1/chains?" + bad);
            assertThat(response.statusCode()).as(bad).isEqualTo(400);
            assertThat(json(response).path("detail").asText()).isNotEmpty();
        }
    }

    @Test
    void aChainIsFoundByIdByItsBeginningAndByCaseNumberThroughMerges() throws Exception {
        Client reader = trial.reader();
        assertThat(json(reader.get("/api/v1/chains/" + FIRST)).path("id").asText())
                .isEqualTo(FIRST);
        assertThat(json(reader.get("/api/v1/chains/0a0a0a0a")).path("id").asText())
                .isEqualTo(FIRST);
        JsonNode merged = json(reader.get("/api/v1/chains/t-2022-0c0c0c0"));
        assertThat(merged.path("id").asText()).isEqualTo(FIRST);
        assertThat(merged.path("redirected_from").asText()).isEqualTo(MERGED);
        assertThat(reader.get("/api/v1/chains/0f0f0f0f").statusCode()).isEqualTo(404);
        assertThat(reader.get("/api/v1/chains/..%2f..%2fetc").statusCode()).isIn(400, 404);
    }

    @Test
    void twoChainsOfOneCaseNumberAreBothNamed() throws Exception {
        HttpResponse<String> response = trial.reader().get("/api/v1/chains/T-2022-0B0B0B0");
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body()).contains(SECOND).contains(TWIN);
    }

    @Test
    void aHostileLineIsPlainText() throws Exception {
        HttpResponse<String> response = trial.reader().get("/api/v1/chains/" + FIRST);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(response.body()).doesNotContain("\u001b");
        assertThat(json(response).at("/detail/evidence/0/original").asText()).isEqualTo(Chains.HOSTILE);
    }

    @Test
    void everyAnswerTellsBrowsersWhatToRefuse() throws Exception {
        for (String path : List.of("/health", "/api/v1/chains", "/nothing", "/", "/webjars/lit/index.js")) {
            var headers = trial.client("").get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'self'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(headers.firstValue("Server")).isEmpty();
        }
        assertThat(trial.client("").get("/api/v1/chains").headers().firstValue("Cache-Control"))
                .hasValue("no-store");
    }

    @Test
    void onlyThePagesOwnFilesAndItsLibrariesAreOpen() throws Exception {
        Client nobody = trial.client("");
        assertThat(nobody.get("/health").body()).contains("up");
        assertThat(nobody.get("/api/v1/openapi.json").statusCode()).isEqualTo(200);
        assertThat(nobody.get("/webjars/lit/3.3.1/index.js").statusCode()).isEqualTo(200);
        assertThat(nobody.get("/webjars/d3/src/index.js").statusCode()).isEqualTo(200);
        for (String path : List.of(
                "/webjars/commander/index.js",
                "/webjars/lit/../commander/index.js",
                "/webjars/lit/%2e%2e/commander/index.js",
                "/assets/../../api/openapi.yaml",
                "/assets/%2e%2e/index.html",
                "/assets/..%2findex.html")) {
            assertThat(nobody.get(path).statusCode()).as(path).isIn(400, 404);
        }
    }

    @Test
    void aReaderDecidesNothing() throws Exception {
        Client reader = trial.reader();
        for (String path : List.of("/api/v1/chains/" + FIRST + "/decisions", "/api/v1/allow")) {
            assertThat(reader.post(path, "{\"kind\":\"ack\"}").statusCode()).isEqualTo(403);
            assertThat(trial.client("").post(path, "{\"kind\":\"ack\"}").statusCode())
                    .isEqualTo(401);
        }
        assertThat(reader.send("DELETE", "/api/v1/allow/A-00000000", "text/plain", "")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aDecisionReachesTheTopicSignedWithTheTokensName() throws Exception {
        String path = "/api/v1/chains/T-2022-0C0C0C0/decisions";
        HttpResponse<String> response =
                trial.analyst().post(path, "{\"kind\":\"note\",\"text\":\"looked at, <b>=1+1\"}");
        assertThat(response.statusCode()).isEqualTo(202);
        String id = json(response).path("id").asText();
        Decision kept = kept(id);
        assertThat(kept.by()).isEqualTo("Hanako");
        assertThat(kept.chain()).isEqualTo(FIRST);
        assertThat(kept.host()).isEqualTo("PC-0142");
        assertThat(kept.caseNumber()).isEqualTo("T-2022-0A0A0A0");
        assertThat(kept.kind()).isEqualTo(Decision.Kind.NOTE);
        JsonNode list = json(trial.reader().get(path)).path("decisions");
        assertThat(list.findValuesAsText("id")).contains(id);
        assertThat(list.get(0).path("pending").asBoolean()).isTrue();
    }

    private static Decision kept(String id) {
        Map<String, Object> settings = new HashMap<>(trial.kafka());
        settings.put("auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(new TopicPartition(Topics.DECISIONS, 0)));
            return await().until(
                            () -> {
                                for (var record : consumer.poll(Duration.ofMillis(200))) {
                                    Decision decision = Json.read(record.value(), Decision.class);
                                    assertThat(new String(record.key(), StandardCharsets.UTF_8))
                                            .isEqualTo(decision.caseNumber());
                                    if (decision.id().equals(id)) {
                                        return decision;
                                    }
                                }
                                return null;
                            },
                            Objects::nonNull);
        }
    }

    @Test
    void whatCannotBeDecidedIsToldInASentence() throws Exception {
        Client analyst = trial.analyst();
        String path = "/api/v1/chains/" + FIRST + "/decisions";
        for (String bad : List.of(
                "",
                "[]",
                "{",
                "{\"kind\":\"allow\"}",
                "{\"kind\":\"shut\"}",
                "{\"kind\":\"note\"}",
                "{\"kind\":\"assign\"}",
                "{\"kind\":7}",
                "{\"kind\":\"ack\",\"by\":\"somebody\"}",
                "{\"kind\":\"note\",\"text\":\"\\u001b[31m\"}",
                "{\"kind\":\"note\",\"text\":\"" + "a".repeat(5000) + "\"}")) {
            HttpResponse<String> response = analyst.post(path, bad);
            assertThat(response.statusCode()).as(bad).isEqualTo(400);
            assertThat(json(response).path("detail").asText()).endsWith(".");
        }
        assertThat(analyst.send("POST", path, "text/plain", "{\"kind\":\"ack\"}")
                        .statusCode())
                .isEqualTo(415);
        assertThat(analyst.post(path, " ".repeat(70_000)).statusCode()).isEqualTo(413);
        assertThat(analyst.post("/api/v1/chains/0f0f0f0f/decisions", "{\"kind\":\"ack\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anAllowedValueIsListedUntilItIsEnded() throws Exception {
        Client analyst = trial.analyst();
        HttpResponse<String> response = analyst.post(
                "/api/v1/allow",
                "{\"allows\":\"domain:example.com\",\"owner\":\"Jiro\",\"until\":\""
                        + Instant.now().plusSeconds(86_400) + "\"}");
        assertThat(response.statusCode()).isEqualTo(202);
        String id = json(response).path("id").asText();
        assertThat(entry(id).path("owner").asText()).isEqualTo("Jiro");
        assertThat(entry(id).path("ended").asBoolean()).isFalse();
        assertThat(analyst.send("DELETE", "/api/v1/allow/" + id, "text/plain", "")
                        .statusCode())
                .isEqualTo(202);
        assertThat(entry(id).path("ended").asBoolean()).isTrue();
        for (String bad : List.of("everything", "domain:*", "shoe:size", "sha256:12")) {
            assertThat(analyst.post(
                                    "/api/v1/allow",
                                    "{\"allows\":\"" + bad
                                            + "\",\"owner\":\"Jiro\",\"until\":\"2999-01-01T00:00:00Z\"}")
                            .statusCode())
                    .as(bad)
                    .isEqualTo(400);
        }
    }

    private static JsonNode entry(String id) throws Exception {
        for (JsonNode entry : json(trial.reader().get("/api/v1/allow")).path("allows")) {
            if (entry.path("id").asText().equals(id)) {
                return entry;
            }
        }
        throw new AssertionError(id + " is not listed");
    }

    @Test
    void aStrangersNameForThisMachineIsRefused() throws Exception {
        assertThat(status("rebound.example.com")).isEqualTo(421);
        assertThat(status("localhost:" + trial.serve.port())).isEqualTo(200);
        assertThat(status("[::1]:" + trial.serve.port())).isEqualTo(200);
    }

    /** By hand: Java's client does not let a Host be chosen. */
    private static int status(String host) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), trial.serve.port())) {
            String request = "GET /health HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }
}
