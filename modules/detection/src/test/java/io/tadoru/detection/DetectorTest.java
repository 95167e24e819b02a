package io.tadoru.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.event.Event;
import io.tadoru.event.Json;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetectorTest {
    private static final Detector DETECTOR = new Detector(OwnRules.RULES);

    private static Event session() {
        return Written.event(
                "event.id",
                "e1",
                "event.hash",
                "h1",
                "event.sequence",
                7L,
                "event.start",
                "2022-02-26T01:01:30Z",
                "event.original",
                "x".repeat(5000),
                "event.duration",
                38_000_000_000L,
                "tadoru.layer",
                "firewall",
                "tadoru.verdict",
                "passed",
                "tadoru.source",
                "edge",
                "tadoru.connector.id",
                "fortinet_fortigate",
                "observer.name",
                "fgt-edge",
                "source.ip",
                "10.20.30.142",
                "source.bytes",
                4120L,
                "destination.ip",
                "198.51.100.23",
                "destination.port",
                8080L);
    }

    @Test
    void aMarkCarriesAllThatAReaderNeeds() {
        Mark mark = DETECTOR.examine(session()).get(0);
        assertThat(mark.eventId()).isEqualTo("e1");
        assertThat(mark.start()).isEqualTo(Instant.parse("2022-02-26T01:01:30Z"));
        assertThat(mark.sequence()).isEqualTo(7);
        assertThat(mark.clock()).isEqualTo("fgt-edge");
        assertThat(mark.bytesOut()).isEqualTo(4120);
        assertThat(mark.original()).hasSize(Mark.ORIGINAL_CHARS);
        assertThat(mark.summary()).isEqualTo("10.20.30.142 -> 198.51.100.23:8080 accepted, 38 s, 4120 bytes out");
        assertThat(mark.rule().version()).matches("[0-9a-f]{12}");
    }

    @Test
    void aMarkIsTheSameAfterATopic() {
        Mark mark = DETECTOR.examine(session()).get(0);
        assertThat(Json.read(Json.bytes(mark), Mark.class)).isEqualTo(mark);
    }

    @Test
    void anEventFromTheFutureGetsNone() {
        assertThat(DETECTOR.examine(session().with("tadoru.future", true))).isEmpty();
        assertThat(DETECTOR.examine(session().with("tadoru.future", false))).isNotEmpty();
    }

    @Test
    void anEventOfNoLayerGetsNone() {
        assertThat(DETECTOR.examine(session().with("tadoru.layer", "weather"))).isEmpty();
    }

    @Test
    void nothingLeftInASessionThatWasRefusedOrCameFromOutside() {
        assertThat(DETECTOR.examine(session().with("tadoru.verdict", "blocked")))
                .isNotEmpty()
                .allMatch(m -> m.bytesOut() == -1);
    }

    @Test
    void theVerdictDecidesBeforeTheRulesTactic() {
        Event epp = Written.event(
                "tadoru.layer",
                "epp",
                "tadoru.threat.name",
                "HackTool:Win64/Mimikatz.A",
                "file.path",
                "C:\\a.exe",
                "host.name",
                "PC-0142");
        assertThat(DETECTOR.examine(epp.with("tadoru.verdict", "detected")))
                .isNotEmpty()
                .allMatch(m -> m.stage() == Stage.DETECTION);
        for (String verdict : List.of("quarantined", "cleaned", "blocked", "failed")) {
            assertThat(DETECTOR.examine(epp.with("tadoru.verdict", verdict)))
                    .isNotEmpty()
                    .allMatch(m -> m.stage() == Stage.RESPONSE);
        }
        assertThat(DETECTOR.examine(epp.with("tadoru.verdict", "detected")))
                .allMatch(m -> m.clock().equals("PC-0142"));
    }

    @Test
    void theCallerMayChooseWhichRulesMark() {
        Detector none = new Detector(OwnRules.RULES, Indicators.none(), rule -> false);
        assertThat(none.examine(session())).isEmpty();
    }

    @Test
    void lowRulesMarkOnlyWhenTheyAsk() {
        Event unwanted = Written.event(
                "tadoru.layer", "epp", "tadoru.verdict", "detected", "tadoru.threat.name", "PUA:Win32/InstallCore");
        assertThat(DETECTOR.examine(unwanted)).isEmpty();
    }

    @Test
    void summariesAreBoundedAndPrintable() {
        Event event = session().with("tadoru.threat.name", "a\u0000\n\u202Eb" + "c".repeat(1000));
        String summary = Summary.of(event);
        assertThat(summary).hasSize(Summary.MOST_CHARS).contains("a···b").endsWith("…");
    }
}
