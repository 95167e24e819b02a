package io.tadoru.simulator.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreTest {
    private static final String TRUTH = """
            {"office": {"hosts": 100, "days": 7},
             "incidents": [{"id": "I-01", "kind": "macro-mail", "definition": "malware-infection", "real": true,
               "host": "PC-0142", "status": ["quarantined"], "infected": {"at": "2026-03-02T01:02:13Z", "decidable": true},
               "quarantined_at": "2026-03-02T01:07:15Z", "layers": {"mail": "passed", "epp": ["detected", "stopped"]},
               "evidence": ["aa", "bb"], "allowed": ["cc"], "notify": true}],
             "expected_noise": [{"kind": "eicar", "host": "PC-0101", "hashes": ["ee"]}]}
            """;
    private static final String CHAIN = """
            {"id": "1", "case": "T-1", "host": "PC-0142", "definition": "malware-infection", "status": "quarantined", \
            "severity": "high", "first": "2026-03-02T01:02:11Z", "infected_not_before": "2026-03-02T01:02:11Z", \
            "infected_not_after": "2026-03-02T01:02:15Z", "quarantined_at": "2026-03-02T01:07:15Z", \
            "layers": {"mail": {"verdict": "passed"}, "epp": {"verdict": "detected"}}, \
            "detail": {"evidence": [{"hash": "aa", "folded": ["bb"]}]}}
            """;
    private static final String EICAR = """
            {"id": "2", "host": "PC-0101", "definition": "malware-infection", "status": "quarantined", \
            "severity": "medium", "first": "2026-03-02T01:02:11Z", "detail": {"evidence": [{"hash": "ee"}]}}
            """;

    @TempDir
    private Path folder;

    private List<String> missed(String chains) throws IOException {
        Path truth = Files.writeString(folder.resolve("truth.json"), TRUTH);
        Path told = Files.writeString(folder.resolve("chains.ndjson"), chains);
        return Score.of(truth, told).measures().stream()
                .filter(m -> !m.reached())
                .map(Measure::name)
                .toList();
    }

    @Test
    void whatIsToldAsItWasReachesAll() throws IOException {
        assertThat(missed(CHAIN + EICAR)).isEmpty();
    }

    @Test
    void nothingToldIsAMiss() throws IOException {
        assertThat(missed("")).containsExactly("recall");
    }

    @Test
    void anAlarmAboutNothingIsInvented() throws IOException {
        assertThat(missed(CHAIN + EICAR.replace("medium", "high"))).containsExactly("precision");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"host\": \"PC-0142\" | \"host\": \"PC-0143\" | host attribution",
                "\"quarantined\" | \"active\" | status",
                "infected_not_after\": \"2026-03-02T01:02:15Z | infected_not_after\": \"2026-03-02T01:02:10Z | infection range holds the truth",
                "infected_not_before\": \"2026-03-02T01:02:11Z | infected_not_before\": \"2026-03-02T00:00:00Z | infection range narrow",
                "01:07:15Z | 01:07:16Z | quarantine time",
                "\"bb\" | \"xx\" | evidence recall",
                "\"epp\": {\"verdict\": \"detected\"} | \"epp\": {\"verdict\": \"silent\"} | layer verdicts",
            })
    void eachWrongWordIsSeen(String right, String wrong, String measure) throws IOException {
        assertThat(missed(CHAIN.replace(right, wrong))).contains(measure);
    }
}
