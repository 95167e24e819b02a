package io.tadoru.investigate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import io.tadoru.event.Limits;
import io.tadoru.event.Reject;
import io.tadoru.event.Sha256;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvestigationTest {
    private static final String LINE = Case.PROXY;

    @TempDir
    Path folder;

    private Case logs = new Case(Path.of(""));

    @BeforeEach
    void inAFolderOfItsOwn() {
        logs = new Case(folder);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aLineTooLongIsARejectWithItsWholeLengthAndHash() throws IOException {
        String large = "x".repeat(2_000_000);
        logs.file("access.log", LINE.repeat(5) + large + "\n" + LINE);

        assertThat(logs.run().inputs().get(0)).containsEntry("events", 6L).containsEntry("rejects", 1L);
        Reject reject = logs.rejects().get(0);
        assertThat(reject.length()).isEqualTo(large.length());
        assertThat(reject.hash()).isEqualTo(Sha256.hex(large));
        assertThat(reject.head().length()).isLessThan(2 * Limits.HEAD_BYTES);
    }

    @Test
    void whatARunWroteIsNotReadByTheNext() throws IOException {
        logs.file("access.log", LINE.repeat(3));
        Request within = Request.of(List.of(folder), logs.out());
        logs.run(within);

        assertThat(logs.run(within).inputs()).hasSize(1);
    }

    @Test
    void aDamagedArchiveIsNamedAndTheOthersAreRead() throws IOException {
        byte[] whole = PackingTest.gzip(bytes(LINE.repeat(20_000)));
        logs.file("a.gz", Arrays.copyOf(whole, whole.length / 2));
        logs.file("b.gz", "no archive");
        logs.file("c.log", LINE);

        Findings findings = logs.run();
        assertThat(findings.inputs()).hasSize(3);
        assertThat(findings.inputs().get(0)).containsEntry("path", "a.gz").containsKey("damaged");
        assertThat(findings.inputs().get(0).get("sha256"))
                .isEqualTo(Sha256.hex(Arrays.copyOf(whole, whole.length / 2)));
        assertThat(findings.inputs().get(2)).containsEntry("path", "c.log").containsEntry("events", 1L);
        assertThat(findings.unrecognised()).containsExactly("b.gz");
        assertThat(findings.warnings()).anySatisfy(w -> assertThat(w).startsWith("a.gz: "));
    }

    @Test
    void linesAreEventsDroppedOrRejectsInEachInputAndInTotal() throws IOException {
        logs.file("access.log", LINE.repeat(60) + "garbage\n\n" + LINE);
        logs.file("picture.png", new byte[] {1, 2, 10, 0, 0, 10, 3});
        logs.file(
                "dnsmasq-20220303.log",
                Case.LEASE + "Feb 26 08:31:03 gw dnsmasq[812]: query[A] a.example from 10.20.30.142\n");
        logs.file("more.zip", PackingTest.zip("squid/access.log", bytes(LINE.repeat(7) + "x\n")));
        logs.file("old.zst", Zstd.compress(bytes(LINE.repeat(9))));

        Findings findings = logs.run();
        assertThat(findings.inputs())
                .hasSize(5)
                .allSatisfy(row -> assertThat(Case.sum(row)).isEqualTo(row.get("lines")));
        assertThat(Case.sum(findings.totals()))
                .isEqualTo(findings.totals().get("lines"))
                .isEqualTo(findings.inputs().stream()
                        .mapToLong(row -> Case.number(row, "lines"))
                        .sum());
        assertThat(logs.rejects())
                .hasSize((int) (Case.number(findings.totals(), "rejects") + Case.number(findings.totals(), "dropped")));
        assertThat(findings.inputs().get(2))
                .containsEntry("path", "more.zip!squid/access.log")
                .containsEntry("events", 7L);
        assertThat(findings.inputs().get(3)).containsEntry("packing", "zstd").containsEntry("events", 9L);
    }

    @Test
    void aFileThatNobodyReadsIsRejectsWithAReasonAndNamed() throws IOException {
        logs.file("notes.txt", "call taro back\nbuy milk\n");

        Findings findings = logs.run();
        assertThat(findings.unrecognised()).containsExactly("notes.txt");
        assertThat(findings.warnings()).anySatisfy(w -> assertThat(w).contains("notes.txt", "--source"));
        assertThat(logs.rejects())
                .hasSize(2)
                .allSatisfy(r -> assertThat(r.reason()).contains("no connector reads this file"));
    }

    @Test
    void aFileWhoseBeginningMisleadsIsRecognisedByWhatFollows() throws IOException {
        logs.file("mixed.log", "# exported by hand\n".repeat(60) + LINE.repeat(500));

        Map<String, Object> row = logs.run().inputs().get(0);
        assertThat(row)
                .containsEntry("connector", "squid")
                .containsEntry("events", 500L)
                .containsEntry("rejects", 60L);
        assertThat(String.valueOf(row.get("recognised_by"))).contains("from all over it");
    }

    @Test
    void linesOfAnotherDeviceInTheSameFileAreReadByItsConnector() throws IOException {
        logs.file("all-20220303.log", LINE.repeat(60) + Case.LEASE + "garbage\n");

        Map<String, Object> row = logs.run().inputs().get(0);
        assertThat(row)
                .containsEntry("connector", "squid")
                .containsEntry("events", 61L)
                .containsEntry("rejects", 1L)
                .containsEntry("lines_by_other_connectors", Map.of("dnsmasq", 1L));
    }

    @Test
    void aNamedConnectorReadsAndNoOther() throws IOException {
        logs.file("proxy/access.log", LINE);
        Forced forced = Forced.of("dnsmasq=proxy/*");

        Findings findings = logs.run(logs.request().withSources(List.of(forced)));
        assertThat(findings.inputs().get(0))
                .containsEntry("connector", "dnsmasq")
                .containsEntry("recognised_by", "--source dnsmasq=proxy/*")
                .containsEntry("events", 0L);
    }

    @Test
    void aMistypedConnectorIsToldWithTheNearest() throws IOException {
        logs.file("access.log", LINE);

        assertThatThrownBy(() -> logs.run(logs.request().withSources(List.of(Forced.of("sqiud=*.log")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("did you mean squid?");
        assertThatThrownBy(() -> Forced.of("squid")).hasMessageContaining("CONNECTOR=GLOB");
    }

    @Test
    void aSourceThatMatchesNothingIsTold() throws IOException {
        logs.file("access.log", LINE);

        Findings findings = logs.run(logs.request().withSources(List.of(Forced.of("squid=nothing/*"))));
        assertThat(findings.warnings()).containsExactly("--source squid=nothing/* matches no input");
    }

    @Test
    void eventsCarryTheHostThatALaterLeaseTells() throws IOException {
        logs.file("a-access.log", LINE);
        logs.file("dnsmasq-20220303.log", Case.LEASE);
        logs.run();

        assertThat(logs.events().get(0))
                .contains(
                        "\"host.name\":\"PC-0142\"",
                        "\"tadoru.host.id\":\"PC-0142\"",
                        "\"tadoru.host.basis\":\"ip by lease");
    }

    @Test
    void theInventoryTellsWhoseAnAddressWas() throws IOException {
        logs.file("access.log", LINE);
        Path csv = Files.writeString(folder.resolve("pcs.csv"), "host,ip\nPC-0999,10.20.30.142\n");
        logs.run(logs.request().withInventory(csv));

        assertThat(logs.events().get(0)).contains("\"host.name\":\"PC-0999\"", "ip by inventory");
        assertThat(Files.readString(logs.out().resolve("manifest.json")))
                .contains("\"file\" : \"pcs.csv\"", Sha256.hex(Files.readString(csv)))
                .doesNotContain(folder.toString());
    }

    @Test
    void onlyEventsOfTheSpanAreWrittenButAllAreCounted() throws IOException {
        logs.file("access.log", LINE + LINE.replace("1645837329", "1645923729"));
        Span day = new Span(Instant.parse("2022-02-26T00:00:00Z"), Instant.parse("2022-02-27T00:00:00Z"));

        Findings findings = logs.run(logs.request().withSpan(day));
        assertThat(findings.inputs().get(0)).containsEntry("events", 2L).containsEntry("events_outside_span", 1L);
        assertThat(logs.events()).hasSize(1);
    }

    @Test
    void onlyEventsOfTheHostAreWritten() throws IOException {
        logs.file("access.log", LINE + LINE.replace("10.20.30.142", "10.20.30.7"));
        logs.file("dnsmasq-20220303.log", Case.LEASE);

        Findings findings = logs.run(logs.request().withHost("pc-0142.example.co.jp"));
        assertThat(logs.events()).isNotEmpty().allSatisfy(e -> assertThat(e).contains("PC-0142"));
        assertThat(findings.totals())
                .containsEntry("events_written", (long) logs.events().size());
        logs.run(logs.request().withHost("10.20.30.7"));
        assertThat(logs.events()).hasSize(1);
    }

    @Test
    void aKnownBadDomainMarksWhatLiesBelowItToo() throws IOException {
        logs.file("access.log", LINE);
        Path bad = Files.writeString(folder.resolve("bad.csv"), "type,value\ndomain,example.com\n");
        Provenance provenance = new Provenance("Tadoru", List.of(), null, List.of(bad));

        Findings findings = logs.run(logs.request().withProvenance(provenance));
        assertThat(Files.readString(logs.out().resolve("manifest.json")))
                .contains("bad.csv", Sha256.hex(Files.readString(bad)));
        assertThat(findings.totals()).containsEntry("events", 1L);
    }

    @Test
    void twoArgumentsMayHoldFilesOfOneName() throws IOException {
        Path a = logs.file("a/access.log", LINE);
        Path b = logs.file("b/access.log", LINE);

        Findings findings = logs.run(Request.of(List.of(a, b, a), logs.out()));
        assertThat(findings.inputs())
                .extracting(row -> row.get("path"))
                .containsExactly("access.log", "access.log (2)");
        assertThat(findings.totals()).containsEntry("lines", 2L);
    }

    @Test
    void aCharsetWithoutLineEndsOfOneByteIsRefusedWithAWayOut() throws IOException {
        logs.file("access.log", LINE);

        assertThatThrownBy(
                        () -> logs.run(logs.request().withCharset(new Choice<>(Charset.forName("UTF-32"), "option"))))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("convert the files to UTF-8");
    }

    @Test
    void shiftJisLinesAreReadWhenTheCharsetIsNamed() throws IOException {
        Charset charset = Charset.forName("windows-31j");
        logs.file("access.log", LINE.replace("/a ", "/請求書 ").getBytes(charset));

        assertThat(logs.run(logs.request().withCharset(new Choice<>(charset, "option")))
                        .inputs()
                        .get(0))
                .containsEntry("events", 1L)
                .containsEntry("charset", Map.of("value", "windows-31j", "set_by", "option"));
        assertThat(logs.events().get(0)).contains("請求書");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-31j", "EUC-JP", "UTF-16LE", "UTF-16BE"})
    void theCharsetIsToldByTheContentWhenNobodyNamesIt(String charset) throws IOException {
        String line = LINE.replace("/a ", "/請求書の写しを送ります ");
        logs.file("access.log", line.getBytes(Charset.forName(charset)));

        assertThat(logs.run().inputs().get(0))
                .containsEntry("events", 1L)
                .containsEntry("charset", Map.of("value", charset, "set_by", "content"));
        assertThat(logs.events().get(0)).contains("請求書の写しを送ります");
    }

    @Test
    void whatIsWrongWithAnArchiveIsToldWithoutTheMachinesFolders() throws IOException {
        byte[] zip = PackingTest.zip("access.log", bytes(LINE.repeat(100)));
        logs.file("broken.zip", Arrays.copyOf(zip, zip.length - 30));

        Findings findings = logs.run();
        assertThat(findings.warnings())
                .hasSize(1)
                .allSatisfy(w -> assertThat(w).startsWith("broken.zip: cannot be opened"));
        assertThat(Files.readString(logs.out().resolve("manifest.json"))).doesNotContain(folder.toString());
    }

    @Test
    void theSameFilesGiveTheSameBytesAgain() throws IOException {
        logs.file("access.log", LINE.repeat(50));
        logs.file("dnsmasq-20220303.log.gz", PackingTest.gzip(bytes(Case.LEASE)));
        logs.run();
        List<String> files = List.of(
                "events.ndjson", "chains.ndjson", "rejects.ndjson", "timeline.csv", "report.md", "manifest.json");
        List<String> first = hashes(files);
        logs.run();

        assertThat(hashes(files)).isEqualTo(first);
        try (Stream<Path> left = Files.list(logs.out())) {
            assertThat(left.map(f -> f.getFileName().toString())).containsExactlyInAnyOrderElementsOf(files);
        }
    }

    private List<String> hashes(List<String> files) throws IOException {
        List<String> hashes = new ArrayList<>();
        for (String file : files) {
            hashes.add(Hashes.of(logs.out().resolve(file)));
        }
        return hashes;
    }
}
