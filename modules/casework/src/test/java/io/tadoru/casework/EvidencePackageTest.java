package io.tadoru.casework;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.event.Json;
import io.tadoru.event.Sha256;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class EvidencePackageTest {
    private static final Map<String, byte[]> PARTS = parts(Handed.material());

    private static Map<String, byte[]> parts(CaseMaterial material) {
        try {
            return PackageParts.of(material);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String part(String name) {
        return new String(Objects.requireNonNull(PARTS.get(name), name), StandardCharsets.UTF_8);
    }

    @Test
    void theSameMaterialGivesTheSameBytesInWhateverTimeZone() {
        byte[] here = Handed.zip();
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            assertThat(Handed.zip()).isEqualTo(here);
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void thePageAnswersTheSevenQuestionsInWords() {
        assertThat(part("timeline.html"))
                .contains("PC-0142", "taro", "2022-02-26 01:02:11", "sato@mail.example.net")
                .contains("Was not reporting around this time", "5 min 0 s to 5 min 4 s", "1 min 29 s")
                .contains("Not observed on any other host.", "2,416", "2022-02-26 01:07:41")
                .contains(
                        "same outside address", "4 are unchanged since receipt", "more other events around the chain");
        for (int question = 1; question <= 7; question++) {
            assertThat(part("timeline.html")).contains("<h2>" + question + ". ");
            assertThat(part("README.txt")).contains("  " + question + ". ");
        }
    }

    @Test
    void thePageHoldsNoScriptAndNothingFromElsewhere() {
        assertThat(part("timeline.html"))
                .doesNotContain("<script", "src=", "\u001b", "\u202e", "@import", "url(")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "default-src 'none'", "{{id}}");
        assertThat(part("timeline.html")).doesNotContainPattern("href=\"(?!#e\\d)");
    }

    @Test
    void hostileLinesSteerNoSpreadsheetAndNoTerminal() {
        assertThat(part("timeline.csv")).contains("'=cmd").doesNotContain("\u001b", "\n=cmd", ",=cmd");
        for (String name : List.of("timeline.jsonl", "chain.json", "events.ndjson", "README.txt")) {
            assertThat(part(name)).as(name).doesNotContain("\u001b", "\u202e");
        }
        assertThat(part("events.ndjson")).contains("\\u001B[2J\\u202e");
    }

    @Test
    void theOriginalLinesAreThereAndTheIndexSaysThatTheyAreUnchanged() throws IOException {
        assertThat(part("lines/epp_log.log")).isEqualTo(Handed.HOSTILE + "\n");
        List<CSVRecord> index = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(part("lines/index.csv")))
                .getRecords();
        assertThat(index)
                .hasSize(4)
                .allSatisfy(row -> assertThat(row.get("state")).isEqualTo("unchanged"));
        assertThat(index.get(2).get("event_hash")).isEqualTo(Sha256.hex(Handed.HOSTILE));
    }

    @Test
    void aLineInAnotherCharsetIsSaidToBeDecoded() {
        List<JsonNode> lines = List.of(Json.MAPPER
                .createObjectNode()
                .put("original", "感染")
                .put("hash", "00")
                .put("source", "../a b"));
        OriginalLines originals = OriginalLines.of(lines);
        assertThat(originals.decoded()).isEqualTo(1);
        Map<String, byte[]> parts = new TreeMap<>();
        originals.into(parts);
        assertThat(parts.keySet()).containsExactly("lines/__a_b.log", "lines/index.csv");
    }

    @Test
    void theManifestNamesEveryOtherFile() throws IOException {
        JsonNode files = Json.MAPPER.readTree(PARTS.get("manifest.json")).path("files");
        assertThat(files).hasSize(PARTS.size() - 2);
        files.forEach(f -> assertThat(f.path("sha256").asText())
                .isEqualTo(Sha256.hex(part(f.path("path").asText()))));
        assertThat(part("manifest.sha256")).contains(Sha256.hex(part("manifest.json")) + "  manifest.json\n");
    }

    @Test
    void rulesAndConnectorsAreNamedWithTheirVersions() throws IOException {
        JsonNode versions = Json.MAPPER.readTree(PARTS.get("versions.json"));
        assertThat(versions.path("rules")).hasSize(3);
        assertThat(versions.path("connectors").get(0).path("id").asText()).isEqualTo("some");
        assertThat(versions.path("program").asText()).isEqualTo("Tadoru 0.1.0");
    }

    @Test
    void timesketchGetsItsColumnsAndMicroseconds() throws IOException {
        assertThat(part("timeline.csv")).startsWith("message,datetime,timestamp_desc,evidence,");
        JsonNode contact = Json.MAPPER.readTree(part("timeline.jsonl").split("\n")[1]);
        assertThat(contact.path("datetime").asText()).isEqualTo("2022-02-26T01:03:40.220699+00:00");
        assertThat(contact.path("timestamp").asLong()).isEqualTo(1645837420220699L);
        assertThat(contact.path("timestamp_desc").asText()).isNotEmpty();
        assertThat(contact.path("message").asText()).isNotEmpty();
        assertThat(contact.path("evidence").asBoolean()).isTrue();
    }

    @Test
    void aChainAloneIsHandedOverTooAndSaysWhatIsNotKnown() {
        Map<String, byte[]> alone = parts(CaseMaterial.of(Handed.chain(), List.of(), "Tadoru 0.1.0"));
        assertThat(new String(Objects.requireNonNull(alone.get("timeline.html")), StandardCharsets.UTF_8))
                .contains("Other hosts were not looked at", "No earlier revisions", "no account of when");
    }

    @Test
    void nothingButAnIdStillMakesAPackage() {
        assertThat(parts(CaseMaterial.of(Map.of("id", "x"), List.of(), "Tadoru")))
                .containsKey("timeline.html");
    }
}
