package io.tadoru.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChainExplanationTest {
    private static Map<String, Object> line(String hash, String to, String grade, String reason) {
        return Map.of(
                "hash",
                hash,
                "joined_to",
                to,
                "grade",
                grade,
                "reason",
                reason,
                "at",
                "2022-02-26T01:07:15Z",
                "layer",
                "epp",
                "stage",
                "response",
                "summary",
                "line " + hash + "\u001b[2J",
                "rule",
                "A rule");
    }

    private static List<String> explained(List<Map<String, Object>> evidence) {
        return ChainExplanation.lines(Map.of(
                "definition",
                "malware-infection",
                "host",
                "PC-0142",
                "status",
                "quarantined",
                "severity",
                "high",
                "infected_not_after",
                "2022-02-26T01:02:15Z",
                "detail",
                Map.of("evidence", evidence, "infected_not_after_by", "b", "evidence_beyond", 3)));
    }

    @Test
    void eachLineStandsBelowTheOneItWasJoinedToWithItsReason() {
        List<String> lines = explained(List.of(
                line("c", "b", "same artifact", "same file name x.dll"),
                line("b", "a", "recorded cause", "same process tree"),
                line("a", "", "anchor", "anchor")));
        assertThat(lines).hasSize(9).noneMatch(l -> l.contains("\u001b"));
        assertThat(lines.get(0)).isEqualTo("malware-infection on PC-0142, quarantined, severity high");
        assertThat(lines.get(1)).isEqualTo("  infected by then: 2022-02-26T01:02:15Z, for which stands the line b");
        assertThat(lines.get(2)).startsWith("  2022").contains("line a");
        assertThat(lines.get(4)).startsWith("    2022").contains("line b");
        assertThat(lines.get(5)).contains("recorded cause: a log itself says", "; same process tree; rule: A rule");
        assertThat(lines.get(6)).startsWith("      2022").contains("line c");
        assertThat(lines.get(8)).contains("3 lines more");
    }

    @Test
    void aRingOfLinesEnds() {
        assertThat(explained(List.of(line("a", "b", "same artifact", "x"), line("b", "a", "same artifact", "x"))))
                .hasSize(3);
    }
}
