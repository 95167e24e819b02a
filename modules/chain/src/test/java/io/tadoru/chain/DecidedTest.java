package io.tadoru.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.detection.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecidedTest {
    private static final Instant NOON = Instant.parse("2022-02-26T12:00:00Z");

    /** Kinds an hour apart, the first at one o'clock; the chain's last line at the given hour. */
    @ParameterizedTest
    @CsvSource({
        "ack,                           0, quarantined, high, ''",
        "note,                          0, quarantined, high, ''",
        "isolate,                       0, isolated,    high, ''",
        "close,                         0, closed,      low,  closed",
        "expected,                      0, closed,      low,  expected",
        "false-positive,                0, closed,      low,  false-positive",
        "close reopen,                  0, quarantined, high, ''",
        "close reopen close,            0, closed,      low,  closed",
        "isolate reopen,                0, quarantined, high, ''",
        "close false-positive,          0, closed,      low,  false-positive",
        "isolate close,                 0, closed,      low,  closed",
        "close isolate,                 0, isolated,    high, closed",
        "close,                         1, closed,      low,  closed",
        "isolate close,                 2, closed,      low,  closed",
        "close isolate,                 2, isolated,    high, ''",
        "reopen,                        0, quarantined, high, ''"
    })
    void theNewestThatStillHoldsTellsHowAChainStands(
            String kinds, int last, String status, String severity, String disposition) {
        Decided decided = decided(kinds, last);

        assertThat(decided.status(Status.QUARANTINED).text()).isEqualTo(status);
        assertThat(decided.severity(Level.HIGH).text()).isEqualTo(severity);
        assertThat(decided.document().getOrDefault("disposition", "")).isEqualTo(disposition);
        assertThat(decided.document()).doesNotContainKey("reopened");
    }

    @ParameterizedTest
    @CsvSource({"close, 2", "expected, 2", "isolate, 2", "isolate close, 3", "false-positive isolate, 3"})
    void linesDatedLaterOpenItAgain(String kinds, int last) {
        Decided decided = decided(kinds, last);

        assertThat(decided.status(Status.ACTIVE)).isEqualTo(Status.ACTIVE);
        assertThat(decided.severity(Level.HIGH)).isEqualTo(Level.HIGH);
        assertThat(decided.document()).containsOnly(Map.entry("reopened", true));
    }

    @Test
    void theNewestAcknowledgementAndAssignmentCount() {
        Decided decided = new Decided(
                List.of(
                        decision(1, Decision.Kind.ACK, "hanako", null),
                        decision(2, Decision.Kind.ASSIGN, "hanako", "jiro"),
                        decision(3, Decision.Kind.ACK, "jiro", null),
                        decision(4, Decision.Kind.ASSIGN, "jiro", "saburo"),
                        decision(5, Decision.Kind.REOPEN, "jiro", null)),
                List.of(),
                NOON);

        assertThat(decided.document())
                .containsOnly(
                        Map.entry("acknowledged_by", "jiro"),
                        Map.entry("acknowledged_at", hour(3).toString()),
                        Map.entry("assignee", "saburo"));
    }

    @Test
    void onlyTheNewestAreToldAndNoMoreThanADocumentCarries() {
        List<Decision> many = new ArrayList<>();
        IntStream.range(0, 300).forEach(i -> many.add(note(i, "n" + i)));
        assertThat(told(many)).hasSize(200).last().satisfies(d -> assertThat(d).containsEntry("text", "n299"));

        many.replaceAll(d -> note(Integer.parseInt(d.text().substring(1)), "\u0001".repeat(10_000)));
        assertThat(told(many))
                .isNotEmpty()
                .hasSizeLessThan(4)
                .last()
                .satisfies(d -> assertThat(d).containsEntry("id", "note299"));
    }

    @Test
    void allCaseNumbersLeadToTheChainItsOwnFirstAndNothingElseDoes() {
        List<Decision> all = List.of(
                under("T-2022-ZZZZZZZ"),
                under("T-2022-AAAAAAA"),
                under("T-2022-MMMMMMM"),
                under("<script>"),
                under(""));

        assertThat(new Decided(all, List.of(), NOON).cases("T-2022-MMMMMMM"))
                .containsExactly("T-2022-MMMMMMM", "T-2022-AAAAAAA", "T-2022-ZZZZZZZ");
    }

    private static List<Map<String, Object>> told(List<Decision> decisions) {
        return new Decided(decisions, List.of(), NOON).told();
    }

    private static Decided decided(String kinds, int last) {
        List<Decision> all = new ArrayList<>();
        for (String kind : kinds.split(" ")) {
            all.add(decision(all.size() + 1, Decision.Kind.of(kind).orElseThrow(), "hanako", null));
        }
        return new Decided(all, List.of(), hour(last));
    }

    private static Instant hour(int hour) {
        return Instant.parse("2022-02-26T%02d:00:00Z".formatted(hour));
    }

    private static Decision decision(int hour, Decision.Kind kind, String by, @Nullable String assignee) {
        return new Decision(
                "d" + hour, "T-2022-0000000", "chain", "PC-0142", kind, by, hour(hour), "", assignee, null, null);
    }

    private static Decision note(int i, String text) {
        return new Decision(
                "note" + i,
                "T-2022-0000000",
                "chain",
                "PC-0142",
                Decision.Kind.NOTE,
                "hanako",
                NOON.plusSeconds(i),
                text,
                null,
                null,
                null);
    }

    private static Decision under(String caseNumber) {
        return new Decision(
                "d" + caseNumber,
                caseNumber,
                "chain",
                "PC-0142",
                Decision.Kind.NOTE,
                "hanako",
                NOON,
                "",
                null,
                null,
                null);
    }
}
