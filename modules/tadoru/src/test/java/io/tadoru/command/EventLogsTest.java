package io.tadoru.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.connector.Connector;
import io.tadoru.connector.ConnectorCatalog;
import io.tadoru.connector.ReadSettings;
import io.tadoru.connector.RecordFormats;
import io.tadoru.event.Json;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A Windows event log is one document a record, and each value of its events is a field's. */
class EventLogsTest {
    private static final Path ROOT = Path.of(System.getProperty("tadoru.root"));
    private static final Path OTHERS = ROOT.resolve("../shared/evtx");
    private static final ConnectorCatalog CONNECTORS = ConnectorCatalog.load(ROOT.resolve("connectors"));

    @Test
    void everyFormatThatAConnectorNamesIsThere() {
        assertThat(CONNECTORS.all().stream().flatMap(c -> c.format().stream()))
                .contains("evtx")
                .allSatisfy(name -> assertThat(RecordFormats.named(name)).isPresent());
    }

    @Test
    void everyValueOfAnEventIsInItsDocument() throws IOException {
        assumeTrue(Files.isDirectory(OTHERS), "no " + OTHERS + " with event logs of others");
        List<String> lost = new ArrayList<>();
        try (Stream<Path> files = Files.list(OTHERS)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".evtx")).toList()) {
                List<JsonNode> documents = parse(file);
                assertThat(documents).as(file.toString()).isNotEmpty();
                documents.forEach(document -> lost(document, lost));
            }
        }
        assertThat(lost).isEmpty();
    }

    private static void lost(JsonNode document, List<String> lost) {
        JsonNode record =
                Json.read(document.get("event.original").asText().getBytes(StandardCharsets.UTF_8), JsonNode.class);
        Set<String> kept = new HashSet<>();
        document.properties().stream()
                .filter(field -> !field.getKey().equals("event.original"))
                .forEach(field -> texts(field.getValue(), kept));
        record.at("/winlog/event_data").properties().stream()
                .filter(field -> !field.getValue().asText().isEmpty())
                .filter(field -> !kept.contains(field.getValue().asText()))
                .forEach(field -> lost.add(field.toString()));
    }

    private static void texts(JsonNode node, Set<String> texts) {
        if (node.isValueNode()) {
            texts.add(node.asText());
        }
        node.forEach(inner -> texts(inner, texts));
    }

    private static List<JsonNode> parse(Path file) throws IOException {
        Connector connector = CONNECTORS.find("windows_evtx").orElseThrow();
        var settings = new ReadSettings(ZoneOffset.UTC, StandardCharsets.UTF_8, Instant.parse("2030-01-01T00:00:00Z"));
        var out = new ByteArrayOutputStream();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            new ParsedLines(connector, settings, "test").write(in, new ParsedOut(out, false));
        }
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> Json.read(line.getBytes(StandardCharsets.UTF_8), JsonNode.class))
                .toList();
    }
}
