package io.tadoru.detection.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tadoru.detection.Indicator;
import io.tadoru.detection.Indicator.Kind;
import io.tadoru.detection.RuleException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndicatorFilesTest {
    private static final String BUNDLE = """
            {"type": "bundle", "id": "bundle--1", "objects": [
              {"type": "indicator", "id": "indicator--1", "created_by_ref": "identity--1", "name": "Loader",
               "pattern_type": "stix", "pattern": "[file:hashes.'SHA-256' = '%s']", "confidence": 40,
               "valid_from": "2022-02-01T00:00:00Z", "valid_until": "2022-03-01T00:00:00.000Z"},
              {"type": "indicator", "id": "indicator--2", "pattern": "[domain-name:value = 'old.example']",
               "revoked": true},
              {"type": "indicator", "id": "indicator--3", "pattern_type": "yara", "pattern": "rule x {}"},
              {"type": "indicator", "id": "indicator--4", "pattern": "[domain-name:value LIKE '%%.example']"},
              {"type": "indicator", "id": "indicator--5", "pattern": "[ipv4-addr:value = '10.0.0.1']"},
              {"type": "indicator", "id": "indicator--6", "pattern": "[ipv4-addr:value = '198.51.100.6']",
               "indicator_types": ["benign"]},
              {"type": "indicator", "id": "indicator--7", "pattern": "[ipv4-addr:value = '198.51.100.7']",
               "valid_from": "soon"},
              {"type": "ipv4-addr", "id": "ipv4-addr--1", "value": "198.51.100.1"},
              {"type": "identity", "id": "identity--1", "name": "CERT\\nExample"}]}
            """.formatted("a".repeat(64));

    private static final String EVENT = """
            {"Event": {"uuid": "5f0c3b1a-0000-4000-8000-000000000001",
              "Attribute": [
                {"uuid": "a1", "type": "ip-dst|port", "value": "198.51.100.1|443", "to_ids": true,
                 "first_seen": "2022-02-01T00:00:00.000000+00:00", "last_seen": "2022-02-20T00:00:00.000000+00:00"},
                {"uuid": "a2", "type": "domain", "value": "context.example", "to_ids": false},
                {"uuid": "a3", "type": "domain", "value": "gone.example", "to_ids": true, "deleted": true},
                {"uuid": "a4", "type": "filename|md5", "value": "x.exe|%s", "to_ids": "1"},
                {"uuid": "a5", "type": "mutex", "value": "evil.example", "to_ids": true}],
              "Object": [
                {"name": "file", "Attribute": [{"uuid": "b1", "type": "sha1", "value": "%s", "to_ids": true}]},
                {"name": "url", "deleted": "1", "Attribute": [{"type": "url", "value": "http://b.example/", "to_ids": true}]}],
              "RelatedEvent": [{"Event": {"Attribute": [{"type": "domain", "value": "other.example", "to_ids": true}]}}],
              "info": "Emotet epoch 5",
              "Orgc": {"name": "CERT Example"}}}
            """.formatted("b".repeat(32), "c".repeat(40));

    @TempDir
    Path folder;

    private IndicatorList load(String name, String text) throws IOException {
        return IndicatorFiles.load(List.of(write(name, text)));
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static List<String> values(IndicatorList list) {
        return list.indicators().stream().map(Indicator::value).toList();
    }

    @Test
    void aPlainListMayBeCommentedDefangedOrAHostsFile() throws IOException {
        IndicatorList list = load("any.bin", """
                \uFEFF################
                # blocklist, updated today
                ; and so
                198.51.100.0/24 ; SBL1
                hxxp://evil[.]example/a#b   # c
                0.0.0.0 one.example two.example
                127.0.0.1 localhost
                "quoted.example",\r
                """);
        assertThat(values(list))
                .containsExactlyInAnyOrder(
                        "198.51.100.0/24", "http://evil.example/a", "one.example", "two.example", "quoted.example");
        assertThat(list.warnings()).singleElement().asString().endsWith("any.bin:7: is no domain: 'localhost'");
    }

    @Test
    void columnsOfCsvMayComeInAnyOrderAndOneBadLineCostsItselfAlone() throws IOException {
        IndicatorList list = load("feed.csv", """
                # exported
                Confidence,extra,"Value",type,valid_from,source
                80,x,a.example,domain,2022-02-26,cert
                ,,"b.example
                101,x,c.example,domain,,
                ,x,d.example,domain,yesterday,
                ,x,e.example,ip,,
                ,x,"f.example",,,
                """);
        assertThat(list.indicators())
                .containsExactly(
                        new Indicator(
                                Kind.DOMAIN, "a.example", "cert", 80, Instant.parse("2022-02-26T00:00:00Z"), null, ""),
                        new Indicator(Kind.DOMAIN, "f.example", "feed", Indicator.UNSAID, null, null, ""));
        assertThat(list.warnings()).hasSize(4);
        assertThat(list.warnings().get(0)).contains("feed.csv:4: is no line of CSV");
        assertThat(list.warnings().get(1)).contains("feed.csv:5: confidence is no number from 0 to 100: 101");
        assertThat(list.warnings().get(2)).contains("feed.csv:6: is no instant: yesterday");
        assertThat(list.warnings().get(3)).contains("feed.csv:7: is no ip or network: 'e.example'");
    }

    @Test
    void aStixBundleGivesItsIndicatorsAndNotWhatWasMerelyObserved() throws IOException {
        IndicatorList list = load("bundle", BUNDLE);
        assertThat(list.indicators())
                .containsExactly(new Indicator(
                        Kind.SHA256,
                        "a".repeat(64),
                        "CERT Example",
                        40,
                        Instant.parse("2022-02-01T00:00:00Z"),
                        Instant.parse("2022-03-01T00:00:00Z"),
                        "Loader"));
        assertThat(list.warnings())
                .hasSize(5)
                .anyMatch(w -> w.contains("indicator--3: a pattern in yara is not read"))
                .anyMatch(w -> w.contains("indicator--4: LIKE on domain-name:value is no exact value"))
                .anyMatch(w -> w.contains("indicator--5: is nobody's outside: 10.0.0.1"))
                .anyMatch(w -> w.contains("indicator--6: says what is benign"))
                .anyMatch(w -> w.contains("indicator--7: valid_from is no instant: soon"));
    }

    @Test
    void aMispEventGivesWhatIsMeantForDetectionWithItsMakerAndTime() throws IOException {
        IndicatorList list = load("event", EVENT);
        assertThat(list.indicators())
                .containsExactly(
                        new Indicator(
                                Kind.IP,
                                "198.51.100.1",
                                "CERT Example",
                                Indicator.UNSAID,
                                Instant.parse("2022-02-01T00:00:00Z"),
                                Instant.parse("2022-02-20T00:00:00.001Z"),
                                "Emotet epoch 5"),
                        misp(Kind.SHA1, "c".repeat(40)),
                        misp(Kind.MD5, "b".repeat(32)));
        assertThat(list.warnings())
                .singleElement()
                .asString()
                .endsWith("event:a5: type 'mutex' is nothing that is looked up");
    }

    private static Indicator misp(Kind kind, String value) {
        return new Indicator(kind, value, "CERT Example", Indicator.UNSAID, null, null, "Emotet epoch 5");
    }

    @Test
    void answersOfMispsSearchesAreReadToo() throws IOException {
        assertThat(load("a.json", "{\"response\": [" + EVENT + "]}").indicators())
                .hasSize(3);
        assertThat(load("b.json", "[" + EVENT + "]").indicators()).hasSize(3);
        assertThat(values(load("c.json", """
                {"response": {"Attribute": [{"type": "hostname", "value": "h.example", "to_ids": true}]}}
                """))).containsExactly("h.example");
    }

    @Test
    void aMispFeedIsAFolderWithAManifest() throws IOException {
        write("5f0c3b1a-0000-4000-8000-000000000001.json", EVENT);
        write("hashes.csv", "md5,uuid\n");
        write("manifest.json", """
                {"5f0c3b1a-0000-4000-8000-000000000001": {"info": "x", "timestamp": "1645837201"},
                 "5f0c3b1a-0000-4000-8000-000000000002": {"info": "y", "timestamp": "1645837201"}}
                """);
        IndicatorList list = IndicatorFiles.load(List.of(folder));
        assertThat(list.indicators()).hasSize(3);
        assertThat(list.warnings()).hasSize(2).last().asString().endsWith("000000000002: has no file");
        assertThat(IndicatorFiles.load(List.of(folder.resolve("manifest.json"))))
                .isEqualTo(list);
    }

    @Test
    void aFolderIsAllItsListsAndEqualEntriesAreOne() throws IOException {
        write("a.txt", "one.example\n");
        write(
                "deep/b.csv",
                "value,source,confidence,valid_from\none.example,a,70,2022-01-01T00:00:00Z\ntwo.example,,,\n");
        write(".hidden.txt", "no list\n");
        write("README.md", "no list\n");
        IndicatorList list = IndicatorFiles.load(List.of(folder));
        assertThat(list.indicators())
                .containsExactly(
                        new Indicator(Kind.DOMAIN, "one.example", "a", 70, null, null, ""),
                        new Indicator(Kind.DOMAIN, "two.example", "b", Indicator.UNSAID, null, null, ""));
    }

    @Test
    void anInstallationMayNameAListAndSayHowSureItIs() throws IOException {
        Path file = write("a.csv", "value,source,confidence\none.example,them,\ntwo.example,them,90\n");
        IndicatorList list = IndicatorFiles.load(file, new ListOptions(Optional.of("us"), Optional.of(Form.CSV), 30));
        assertThat(list.indicators()).extracting(Indicator::source).containsOnly("us");
        assertThat(list.indicators()).extracting(Indicator::confidence).containsExactly(30, 90);
    }

    @Test
    void whatIsNoListIsAnErrorThatSaysWhatWasExpected() throws IOException {
        assertNone("page.html", "<html><body>404</body></html>");
        assertNone("README.txt", "Our lists\n=========\nare elsewhere.\n");
        assertNone("other.json", "{\"a\": [1, 2, {\"b\": 3}]}");
        assertThatThrownBy(() -> load("cut.json", BUNDLE.substring(0, 500)))
                .isInstanceOf(RuleException.class)
                .hasMessageContaining("cut.json: cannot be read");
        assertThatThrownBy(() -> IndicatorFiles.load(List.of(folder.resolve("nothing"))))
                .isInstanceOf(RuleException.class);
        assertThat(load("empty.txt", "# nothing today\n").indicators()).isEmpty();
    }

    private void assertNone(String name, String text) {
        assertThatThrownBy(() -> load(name, text))
                .isInstanceOf(RuleException.class)
                .hasMessageContaining("%s: is no list of indicators; expected one value a line, CSV", name);
    }

    @Test
    void ofVeryManyBadEntriesTheFirstAreToldAndAllAreCounted() throws IOException {
        IndicatorList list = load("a.txt", "good.example\n" + "no good\n".repeat(5_000));
        assertThat(list.warnings()).hasSize(51).last().asString().endsWith("a.txt: 5,000 entries are left out in all");
    }

    @Test
    void anyBytesGiveAListOrTheReasonWhyNot() throws IOException {
        Random random = new Random(20220226);
        List<String> seeds = List.of(BUNDLE, EVENT, "value,type\na.example,domain\n", "a.example\n198.51.100.1\n");
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = seeds.get(i % seeds.size()).getBytes(StandardCharsets.UTF_8);
            for (int n = random.nextInt(6); n > 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Path file = Files.write(folder.resolve("fuzz"), bytes);
            assertReadOrRefused(file);
        }
    }

    private static void assertReadOrRefused(Path file) {
        try {
            assertThat(IndicatorFiles.load(List.of(file)).indicators()).hasSizeLessThan(20);
        } catch (RuleException e) {
            assertThat(e).hasMessageContaining("fuzz");
        }
    }

    @Test
    void aLineOfAnyLengthCostsNoMoreThanALine() throws IOException {
        Path file = write("long.txt", "good.example\n" + "x".repeat(5_000_000) + "\nbetter.example\n");
        assertThat(values(IndicatorFiles.load(List.of(file)))).containsExactly("better.example", "good.example");
    }
}
