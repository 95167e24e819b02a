package io.tadoru.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.connector.Connector;
import io.tadoru.connector.ConnectorCatalog;
import io.tadoru.connector.ReadSettings;
import io.tadoru.event.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParsedLinesTest {
    private static final Path CONNECTORS = Path.of(System.getProperty("tadoru.root"), "connectors");
    private static final ConnectorCatalog CATALOG = ConnectorCatalog.load(CONNECTORS);
    private static final Connector SQUID = CATALOG.find("squid").orElseThrow();

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

    @Test
    void linesOfUtf16AreRead() throws IOException {
        String sample = Files.readString(CONNECTORS.resolve("swg/squid/samples/access.log"));

        List<String> plain = parse(bytes(sample));
        List<String> wide = parse(SQUID, ("\uFEFF" + sample).getBytes(StandardCharsets.UTF_16LE), "UTF-16LE", false);
        assertThat(wide).hasSameSizeAs(plain);
        assertThat(wide.get(0)).contains("\"source.ip\"").doesNotContain("error.message");
        assertThat(parse(SQUID, sample.getBytes(StandardCharsets.UTF_16), "UTF-16", false))
                .isEqualTo(plain);
    }

    @Test
    void linesOfOneMailCompleteEachOtherWhenAskedTo() throws IOException {
        Connector postfix = CATALOG.find("postfix").orElseThrow();
        byte[] sample = Files.readAllBytes(CONNECTORS.resolve("mail/postfix/samples/maillog.log"));

        List<String> each = parse(postfix, sample, "UTF-8", false);
        List<String> together = parse(postfix, sample, "UTF-8", true);
        assertThat(each.get(5)).contains("status=sent").doesNotContain("accounts@example.net");
        assertThat(together.get(5)).contains("status=sent", "\"email.from.address\":[\"accounts@example.net\"]");
        assertThat(together).hasSameSizeAs(each);
        assertThat(together.get(0)).isEqualTo(each.get(0));
    }

    private static List<String> parse(byte[] input) throws IOException {
        return parse(SQUID, input, "UTF-8", false);
    }

    private static List<String> parse(Connector connector, byte[] input, String charset, boolean assemble)
            throws IOException {
        var settings = new ReadSettings(
                ZoneId.of("Asia/Tokyo"), Charset.forName(charset), Instant.parse("2022-03-01T00:00:00Z"));
        var out = new ByteArrayOutputStream();
        new ParsedLines(connector, settings, "test")
                .write(new ByteArrayInputStream(input), new ParsedOut(out, assemble));
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
