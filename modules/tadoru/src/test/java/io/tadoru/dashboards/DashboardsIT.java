package io.tadoru.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tadoru.Tadoru;
import io.tadoru.event.Event;
import io.tadoru.event.Json;
import io.tadoru.local.Distribution;
import io.tadoru.local.LocalElasticsearch;
import io.tadoru.store.BulkWriter;
import io.tadoru.store.ChainDocument;
import io.tadoru.store.Document;
import io.tadoru.store.EventDocument;
import io.tadoru.store.IndexNames;
import io.tadoru.store.Store;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Kibana would ask for each panel, asked of the real Elasticsearch, with the demo's events and chains in it. */
class DashboardsIT {
    private static final Path ROOT = Path.of(System.getProperty("tadoru.root"));
    private static final String FROM = "2022-02-24T00:00:00Z";
    private static final String TO = "2022-03-04T00:00:00Z";
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final IndexNames NAMES = new IndexNames(
            365,
            Optional.of(new IndexNames.Backfill(LocalDate.parse("2022-02-24"), LocalDate.parse("2022-03-04"))),
            Clock.systemUTC());

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    static Path folder;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static LocalElasticsearch server;

    static List<Panel> panels() {
        return Panel.all();
    }

    @BeforeAll
    static void fill() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x")); // the server's user enters
        Path found = investigated();
        server = LocalElasticsearch.trial(folder.resolve("data"), Distribution.find(ROOT));
        try (Store store = Store.connect(server.url().toString())) {
            store.setup();
            write(store.writer(), found);
            store.refresh();
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Path investigated() {
        Path out = folder.resolve("found");
        String logs = ROOT.resolve("scenarios/emotet-2022/logs").toString();
        assertThat(Tadoru.commandLine()
                        .setOut(new PrintWriter(new StringWriter()))
                        .execute(
                                "investigate",
                                logs,
                                "--timezone",
                                "Asia/Tokyo",
                                "--out",
                                out.toString(),
                                "--set",
                                "connectors.directory=" + ROOT.resolve("connectors"),
                                "--set",
                                "rules.directory=" + ROOT.resolve("rules")))
                .isZero();
        return out;
    }

    private static void write(BulkWriter writer, Path found) throws Exception {
        List<Document> chains = new ArrayList<>();
        for (String line : Files.readAllLines(found.resolve("chains.ndjson"))) {
            Map<String, Object> chain = new LinkedHashMap<>(Json.MAPPER.readValue(line, OBJECT));
            chains.add(ChainDocument.of(chain, 1));
            chains.add(ChainDocument.of(as(chain, "active"), 1));
            chains.add(ChainDocument.of(as(chain, "withdrawn"), 1));
        }
        assertThat(writer.write(chains)).isEmpty();
        List<Document> events = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(found.resolve("events.ndjson"))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                events.add(document(Event.of(Json.MAPPER.readValue(line, OBJECT))));
            }
        }
        assertThat(writer.write(events)).isEmpty();
    }

    /** The demo's chains have all been quarantined; what is asked of others must be found too. */
    private static Map<String, Object> as(Map<String, Object> chain, String status) {
        Map<String, Object> other = new LinkedHashMap<>(chain);
        other.put("id", chain.get("id") + status);
        other.put("status", status);
        return other;
    }

    private static Document document(Event event) {
        String host = event.text("tadoru.host.id").orElse("");
        Map<String, Object> named = new LinkedHashMap<>(event.fields());
        if (!host.isEmpty()) {
            named.put("host.name", host); // as the index step names it
        }
        return EventDocument.of(Event.of(named), event.id(), NAMES.events(event.time()), 1);
    }

    @ParameterizedTest
    @MethodSource("panels")
    void everyPanelsQueryRunsAndReturnsRows(Panel panel) throws Exception {
        JsonNode answer = search(panel);

        assertThat(answer.path("timed_out").asBoolean()).isFalse();
        assertThat(answer.at("/_shards/failed").asInt()).isZero();
        assertThat(rows(panel, panel.columns(), answer.path("aggregations"), hits(answer)))
                .as(panel + ": " + answer)
                .isPositive();
    }

    @Test
    void theTableOfOpenChainsTellsTheDemosStory() throws Exception {
        JsonNode rows = search(panel("open-chains")).at("/aggregations/id/buckets");

        JsonNode row = MissingNode.getInstance();
        for (JsonNode each : rows) {
            assertThat(value(each, "status")).isNotEqualTo("withdrawn");
            row = value(each, "host").equals("PC-0142") && value(each, "status").equals("quarantined") ? each : row;
        }
        assertThat(value(row, "user")).isEqualTo("taro");
        assertThat(value(row, "minutes")).isEqualTo("304.0");
        assertThat(value(row, "mail")).isEqualTo("passed");
        assertThat(value(row, "epp")).isEqualTo("detected");
    }

    @Test
    void onlyActiveOnesAreCountedAsActive() throws Exception {
        JsonNode all = search(panel("open-count"));
        JsonNode active = search(panel("unquarantined-count"));

        assertThat(hits(active)).isPositive().isEqualTo(hits(all) / 2);
    }

    private static Panel panel(String id) {
        return panels().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
    }

    private static String value(JsonNode row, String column) {
        JsonNode fields = row.path(column).at("/metric/hits/hits/0/fields");
        return fields.isEmpty() ? "" : fields.elements().next().path(0).asText();
    }

    private static long hits(JsonNode answer) {
        return answer.at("/hits/total/value").asLong();
    }

    /** Leaves that hold something; a panel without buckets is one row, of a value that is there. */
    private static long rows(Panel panel, List<String> columns, JsonNode at, long documents) {
        if (documents == 0) {
            return 0;
        }
        String first = columns.get(0);
        if (!panel.column(first).path("isBucketed").asBoolean()) {
            return metrics(panel, columns, at) ? 1 : 0;
        }
        long rows = 0;
        for (JsonNode bucket : at.path(first).path("buckets")) {
            rows += rows(
                    panel,
                    columns.subList(1, columns.size()),
                    bucket,
                    bucket.path("doc_count").asLong());
        }
        return rows;
    }

    private static boolean metrics(Panel panel, List<String> columns, JsonNode at) {
        return columns.stream()
                .anyMatch(name ->
                        panel.column(name).path("operationType").asText().equals("count")
                                || at.path(name).path("value").isNumber()
                                || at.path(name).path("doc_count").asLong() > 0);
    }

    private static JsonNode search(Panel panel) throws IOException, InterruptedException {
        URI uri = server.url().resolve("/" + panel.index() + "/_search?ignore_unavailable=true");
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(PanelQuery.of(panel, FROM, TO))))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(panel + ": " + answer.body()).isEqualTo(200);
            return Json.MAPPER.readTree(answer.body());
        }
    }
}
