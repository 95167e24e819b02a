package io.tadoru.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.chain.Assembler;
import io.tadoru.chain.Chain;
import io.tadoru.chain.Definitions;
import io.tadoru.chain.HostMark;
import io.tadoru.detection.Artifact;
import io.tadoru.detection.Level;
import io.tadoru.detection.Mark;
import io.tadoru.detection.RuleRef;
import io.tadoru.detection.Stage;
import io.tadoru.event.Layer;
import io.tadoru.event.Sha256;
import io.tadoru.event.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HandOverTest {
    private final List<Chain> chains = new Assembler(
                    Definitions.load(Path.of(System.getProperty("tadoru.root"), "rules/chains")))
            .assemble("PC-0142", List.of(quarantined("=cmd|' /C calc'!A0 \u001b[2J quarantined")));

    private static HostMark quarantined(String line) {
        Instant at = Instant.parse("2022-02-26T01:07:15Z");
        Artifact dll = new Artifact(Artifact.Type.FILE_PATH, "c:\\users\\taro\\abgzq.dll", true);
        Mark mark = new Mark(
                "1",
                Sha256.hex(line),
                at,
                at,
                0,
                "defender",
                "microsoft_defender_antivirus",
                "PC-0142",
                Layer.EPP,
                Verdict.QUARANTINED,
                Stage.RESPONSE,
                new RuleRef("r", "EPP quarantined a file", "1", Level.HIGH),
                List.of(dll),
                line,
                List.of("taro"),
                -1,
                line,
                List.of());
        return new HostMark(mark, "log", Set.of(Layer.EPP));
    }

    @Test
    void theTerminalShowsHostStatusAndTheLineInTheZoneAskedFor() {
        String text = String.join("\n", new ChainText(ZoneId.of("Asia/Tokyo")).lines(chains.get(0)));

        assertThat(text).contains("PC-0142", "taro", "quarantined", "Sat 2022-02-26 10:07:15", "Asia/Tokyo");
        assertThat(text).doesNotContain("\u001b");
    }

    @Test
    void theTerminalSpeaksJapaneseWhereAsked() {
        String text = String.join("\n", new ChainText(ZoneId.of("Asia/Tokyo"), Locale.JAPANESE).lines(chains.get(0)));

        assertThat(text).contains("端末： PC-0142", "理由：", "土 2022-02-26 10:07:15").doesNotContain("why:");
    }

    @Test
    void theTimelineStartsWithTimesketchsThreeColumnsAndHoldsNoFormula() throws IOException {
        StringBuilder out = new StringBuilder();
        Timesketch.write(chains, out);

        assertThat(out.toString()).startsWith("message,datetime,timestamp_desc,");
        assertThat(out.toString())
                .contains("2022-02-26T01:07:15.000000+00:00")
                .doesNotContain(",=cmd")
                .contains("'=cmd");
    }

    @Test
    void theReportNamesEachLayersVerdict() {
        assertThat(Report.of(chains)).contains("| mail | silent |", "| epp | detected | 2022-02-26T01:07:15Z |");
    }
}
