package io.tadoru.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.serve.api.Route;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneTrial.class)
class OpenApiIT {
    private static final String ID = "0a0a0a0a11111111aaaaaaaa00000001";
    private static final String CHAIN = "/api/v1/chains/{chain}";

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Trial trial;

    @SuppressWarnings("NullAway.Init") // as above
    private static OpenApi api;

    @BeforeAll
    static void start() throws Exception {
        trial = OneTrial.trial;
        Map<String, Object> chain = Chains.chain(ID, "PC-0142", "2022-02-26T01:09:00Z");
        Chains.write(trial.store, List.of(chain));
        api = new OpenApi(Client.json(trial.client("").get("/api/v1/openapi.json")));
    }

    @Test
    void everyRouteIsDescribedAndEveryDescriptionIsARoute() {
        assertThat(api.operations())
                .isEqualTo(trial.serve.api().stream()
                        .map(route -> route.method() + " " + route.path())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyRouteSaysWhatItNeeds() {
        assertThat(trial.serve.api()).extracting(Route::need).doesNotContainNull();
    }

    @Test
    void realAnswersAreAsDescribed() throws Exception {
        Client analyst = trial.analyst();
        post("/api/v1/chains/{chain}/decisions", analyst, "{\"kind\":\"ack\",\"text\":\"\"}", 202);
        post("/api/v1/chains/{chain}/decisions", analyst, "{\"kind\":\"shut\"}", 400);
        post("/api/v1/chains/{chain}/decisions", trial.reader(), "{\"kind\":\"ack\"}", 403);
        post(
                "/api/v1/allow",
                analyst,
                "{\"allows\":\"domain:example.com\",\"owner\":\"Jiro\",\"until\":\""
                        + Instant.now().plusSeconds(86_400) + "\"}",
                202);
        for (String path : List.of(
                "/api/v1/chains",
                CHAIN,
                CHAIN + "/timeline",
                CHAIN + "/revisions",
                CHAIN + "/spread",
                CHAIN + "/coverage",
                CHAIN + "/export/timesketch.csv",
                CHAIN + "/export/timesketch.jsonl",
                CHAIN + "/export/events.ndjson",
                CHAIN + "/package",
                CHAIN + "/decisions",
                "/api/v1/allow",
                "/api/v1/me",
                "/health",
                "/api/v1/openapi.yaml",
                "/api/v1/openapi.json")) {
            get(path, analyst, 200);
        }
        get(CHAIN, trial.client(""), 401);
    }

    private static void get(String path, Client client, int status) throws Exception {
        HttpResponse<String> answer = client.get(path.replace("{chain}", ID));
        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        api.describes("get", path, answer);
    }

    private static void post(String path, Client client, String body, int status) throws Exception {
        HttpResponse<String> answer = client.post(path.replace("{chain}", ID), body);
        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        api.describes("post", path, answer);
    }
}
