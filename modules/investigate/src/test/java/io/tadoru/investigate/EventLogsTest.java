package io.tadoru.investigate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.event.Reject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no text are known by their first bytes, and what is damaged in them is told. */
class EventLogsTest {
    @TempDir
    Path folder;

    private Map<String, Object> row(Findings findings, String name) {
        return findings.inputs().stream()
                .filter(row -> name.equals(row.get("path")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anEventLogIsKnownByItsFirstBytesPackedOrNot() throws IOException {
        Case c = new Case(folder);
        byte[] log = EventLog.of(3);
        c.file("a", log);
        c.file("b.evtx.gz", PackingTest.gzip(log));
        c.file("c.zip", PackingTest.zip("logs/Application.evtx", log));

        Findings findings = c.run();

        for (String name : List.of("a", "b.evtx.gz", "c.zip!logs/Application.evtx")) {
            assertThat(row(findings, name))
                    .containsEntry("connector", "windows_evtx")
                    .containsEntry("recognised_by", "its first bytes: evtx")
                    .containsEntry("events", 3L)
                    .containsEntry("rejects", 0L)
                    .doesNotContainKey("damaged");
            assertThat(row(findings, name).get("sha256")).isNotNull();
        }
        assertThat(c.events())
                .hasSize(9)
                .allSatisfy(event -> assertThat(event).contains("\"tadoru.host.id\":\"PC-0142\"", "日本語"));
    }

    @Test
    void theCharsetOfLinesIsNotThatOfRecords() throws IOException {
        Case c = new Case(folder);
        c.file("a.evtx", EventLog.of(1));

        c.run(c.request().withCharset(Choice.of(Charset.forName("windows-31j"), Charset.forName("UTF-8"))));

        assertThat(c.events()).singleElement().asString().contains("日本語");
    }

    @Test
    void anEventLogThatIsCutOffIsReadSoFarAndNamed() throws IOException {
        Case c = new Case(folder);
        c.file("cut.evtx", Arrays.copyOf(EventLog.of(3), 4096 + 512 + 900));

        Findings findings = c.run();

        Map<String, Object> row = row(findings, "cut.evtx");
        assertThat(Case.number(row, "events")).isBetween(1L, 2L);
        assertThat(row).containsEntry("rejects", 1L);
        assertThat(Case.sum(row)).isEqualTo(Case.number(row, "lines"));
        assertThat(row.get("damaged")).asString().startsWith("1 part is damaged, at last: the file is cut off");
        assertThat(findings.warnings()).anyMatch(warning -> warning.startsWith("cut.evtx: 1 part is damaged"));
        Reject reject = c.rejects().get(0);
        assertThat(reject.reason()).contains("cut off within chunk 1");
        assertThat(Base64.getDecoder().decode(reject.head())).startsWith('*', '*', 0, 0);
    }

    @Test
    void aPackedEventLogWhosePackingIsTornGivesWhatCameBefore() throws IOException {
        Case c = new Case(folder);
        byte[] log = EventLog.of(40);
        byte[] noise = new byte[9000];
        new Random(7).nextBytes(noise);
        System.arraycopy(noise, 0, log, 60000, noise.length);
        byte[] packed = PackingTest.gzip(log);
        c.file("torn.gz", Arrays.copyOf(packed, packed.length - 4000));

        Map<String, Object> row = row(c.run(), "torn.gz");

        assertThat(row).containsEntry("connector", "windows_evtx").containsEntry("events", 40L);
        assertThat(row.get("damaged")).asString().contains("cannot be read to its end");
    }

    @Test
    void garbageBehindTheFirstBytesIsRejects() throws IOException {
        Case c = new Case(folder);
        byte[] garbage = new byte[300_000];
        new Random(5).nextBytes(garbage);
        System.arraycopy(EventLog.of(0), 0, garbage, 0, 8);
        c.file("garbage.evtx", garbage);
        c.file("short.evtx", Arrays.copyOf(garbage, 100));

        Findings findings = c.run();

        assertThat(row(findings, "garbage.evtx")).containsEntry("events", 0L);
        assertThat(row(findings, "short.evtx")).containsEntry("events", 0L).containsEntry("rejects", 1L);
        for (Map<String, Object> row : findings.inputs()) {
            assertThat(Case.sum(row)).isEqualTo(Case.number(row, "lines"));
        }
    }

    @Test
    void whoeverNamesAConnectorForAnEventLogGetsItsRecordsReadByThat() throws IOException {
        Case c = new Case(folder);
        c.file("a.evtx", EventLog.of(2));

        c.run(c.request().withSources(List.of(Forced.of("windows_sysmon=a.evtx"))));

        assertThat(c.rejects())
                .hasSize(2)
                .allSatisfy(reject -> assertThat(reject.reason()).isEqualTo("no event of Sysmon"));
    }
}
