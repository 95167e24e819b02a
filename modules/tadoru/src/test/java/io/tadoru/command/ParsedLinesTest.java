package io.tadoru.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.connector.Connector;
import io.tadoru.connector.ConnectorCatalog;
import io.tadoru.connector.ReadSettings;
import io.tadoru.event.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParsedLinesTest {
    private static final Path CONNECTORS = Path.of(System.getProperty("tadoru.root"), "connectors");
    private static final Connector SQUID =
            ConnectorCatalog.load(CONNECTORS).find("squid").orElseThrow();

    @Test
    void everyLineIsOneDocumentInOrder() throws IOException {
        byte[] sample = Files.readAllBytes(CONNECTORS.resolve("swg/squid/samples/access.log"));

        List<String> documents = parse(sample);

        List<String> lines = new String(sample, StandardCharsets.UTF_8).lines().toList();
        assertThat(documents).hasSameSizeAs(lines);
        assertThat(documents.get(0)).contains("\"@timestamp\"", "\"event.id\"");
    }

    @Test
    void aLineThatDoesNotParseIsToldWithItsText() throws IOException {
        assertThat(parse(bytes("no squid line\r\n")))
                .singleElement()
                .asString()
                .startsWith("{\"error.message\":\"")
                .endsWith("\"event.original\":\"no squid line\"}");
    }

    @Test
    void aBlankLineIsDroppedAndTheLastLineNeedsNoEnd() throws IOException {
        List<String> documents = parse(bytes("\nx"));

        assertThat(documents).hasSize(2);
        assertThat(documents.get(0)).startsWith("{\"tadoru.dropped\":");
    }

    @Test
    void nothingInIsNothingOut() throws IOException {
        assertThat(parse(new byte[0])).isEmpty();
    }

    @Test
    void aLineWithoutEndIsBounded() throws IOException {
        List<String> documents = parse(new byte[4 * Limits.LINE_BYTES]);

        assertThat(documents).singleElement().asString().contains("error.message");
        assertThat(documents.get(0).length()).isLessThan(10 * Limits.HEAD_BYTES);
    }

    private static List<String> parse(byte[] input) throws IOException {
        var settings = new ReadSettings(
                ZoneId.of("Asia/Tokyo"), StandardCharsets.UTF_8, Instant.parse("2022-03-01T00:00:00Z"));
        var out = new ByteArrayOutputStream();
        new ParsedLines(SQUID, settings, "test").write(new ByteArrayInputStream(input), out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
