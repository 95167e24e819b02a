package io.tadoru.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.detection.Artifact;
import io.tadoru.detection.Stage;
import io.tadoru.event.Json;
import io.tadoru.event.Layer;
import io.tadoru.event.Limits;
import io.tadoru.event.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionsTest {
    private static final String HOST = "PC-0142";
    private static final Instant AFTER = Instant.parse("2022-03-01T00:00:00Z");

    private final Assembler assembler = new Assembler(Incident.DEFINITIONS);

    private Chain only(List<HostMark> marks, Decision... decisions) {
        return only(marks, List.of(decisions));
    }

    private Chain only(List<HostMark> marks, List<Decision> decisions) {
        List<Chain> chains = assembler.assemble(HOST, marks, Presence.UNKNOWN, decisions);
        assertThat(chains).hasSize(1);
        return chains.get(0);
    }

    @Test
    void everyChainHasItsCaseNumberInBatchToo() {
        Chain chain = assembler.assemble(HOST, Incident.full()).get(0);

        assertThat(chain.document())
                .containsEntry("case", CaseNumber.of(chain.id(), Instant.parse("2022-02-26T01:07:15.3Z")))
                .containsEntry("cases", List.of(chain.caseNumber()))
                .doesNotContainKeys("acknowledged_by", "hidden", "disposition", "reopened");
    }

    @Test
    void whatWasDecidedOnAChainStaysWithItWhenAnEarlierAnchorTakesItIn() {
        Chain before = only(Incident.full());
        Chain after = only(with(earlierDetection("01:05:00")), on(before, Decision.Kind.CLOSE));

        assertThat(after.id()).isNotEqualTo(before.id());
        assertThat(after.standing()).isEqualTo(Status.CLOSED);
        assertThat(after.document())
                .containsEntry("status", "closed")
                .containsEntry("severity", "low")
                .containsEntry("disposition", "closed")
                .containsEntry("cases", List.of(after.caseNumber(), before.caseNumber()));
    }

    /** Equal lines are folded into one node, of which only the first is to be seen. */
    @Test
    void aLineThatWasTheFirstOfItsFoldIsStillFoundInIt() {
        HostMark late = Incident.mark(
                "02:40:00",
                Layer.EPP,
                Verdict.DETECTED,
                Stage.DETECTION,
                "epp-again",
                Incident.path("c:\\y.exe", true));
        HostMark earlier = Incident.mark(
                "02:20:00",
                Layer.EPP,
                Verdict.DETECTED,
                Stage.DETECTION,
                "epp-again",
                Incident.path("c:\\y.exe", true));
        Chain before = only(List.of(late));
        Chain after = only(List.of(late, earlier), on(before, Decision.Kind.FALSE_POSITIVE));

        assertThat(after.evidence()).hasSize(1);
        assertThat(after.id()).isNotEqualTo(before.id());
        assertThat(after.document()).containsEntry("disposition", "false-positive");
    }

    @Test
    void aChainThatStandsByItselfKeepsItsDecisionsFromAllOthers() {
        HostMark far = Incident.mark(
                "20:00:00",
                Layer.EPP,
                Verdict.DETECTED,
                Stage.DETECTION,
                "epp-again",
                Incident.path("c:\\y.exe", true));
        List<HostMark> marks = with(far);
        List<Chain> two = assembler.assemble(HOST, marks);
        assertThat(two).hasSize(2);

        assertThat(assembler.assemble(HOST, marks, Presence.UNKNOWN, List.of(on(two.get(1), Decision.Kind.CLOSE))))
                .extracting(Chain::standing)
                .containsExactly(Status.QUARANTINED, Status.CLOSED);
    }

    @Test
    void refusedAttemptsAreDecidedUponUnderTheirOwnId() {
        List<HostMark> marks = List.of(Incident.mark(
                "03:00:00",
                Layer.MAIL,
                Verdict.BLOCKED,
                Stage.INITIAL_ACCESS,
                "mail-refused",
                Incident.name("offer.exe")));
        Chain chain = only(marks);

        assertThat(only(marks, on(chain, Decision.Kind.EXPECTED)).document()).containsEntry("disposition", "expected");
    }

    @Test
    void decisionsOfAnotherHostOrOfNoChainChangeNothing() {
        Chain chain = only(Incident.full());
        Decision other = new Decision(
                "x", chain.caseNumber(), chain.id(), "PC-0007", Decision.Kind.CLOSE, "h", AFTER, "", null, null, null);
        Decision none = new Decision(
                "y", chain.caseNumber(), "0".repeat(32), HOST, Decision.Kind.CLOSE, "h", AFTER, "", null, null, null);

        assertThat(only(Incident.full(), other, none).document()).isEqualTo(chain.document());
    }

    @Test
    void linesDatedAfterTheDecisionOpenTheChainAgain() {
        Chain chain = only(Incident.full());
        HostMark later = Incident.mark(
                "03:00:00",
                Layer.FIREWALL,
                Verdict.PASSED,
                Stage.COMMAND_AND_CONTROL,
                "direct-contact",
                new Artifact(Artifact.Type.ADDRESS, "198.51.100.77", false));
        Decision at = at(chain, Decision.Kind.CLOSE, Instant.parse("2022-02-26T02:00:00Z"));

        assertThat(only(Incident.full(), at).standing()).isEqualTo(Status.CLOSED);
        assertThat(only(with(later), at).document())
                .containsEntry("status", "active-after-quarantine")
                .containsEntry("reopened", true)
                .doesNotContainKey("disposition");
    }

    @Test
    void anyOrderAndRepetitionOfDecisionsAndMarksGivesTheSameDocument() {
        Chain before = only(Incident.full());
        List<Decision> decisions = List.of(
                at(before, Decision.Kind.ACK, AFTER),
                at(before, Decision.Kind.CLOSE, AFTER.plusSeconds(1)),
                at(before, Decision.Kind.REOPEN, AFTER.plusSeconds(2)),
                at(before, Decision.Kind.ISOLATE, AFTER.plusSeconds(2)),
                at(before, Decision.Kind.NOTE, AFTER),
                allow("A-1", "threat:nothing", "", AFTER, AFTER),
                allow("A-1", "domain:example.com", "", AFTER.plusSeconds(1), AFTER));
        byte[] expected =
                Json.bytes(only(with(earlierDetection("01:05:00")), decisions).document());
        for (int seed = 0; seed < 200; seed++) {
            List<Decision> shuffled = new ArrayList<>(decisions);
            shuffled.addAll(decisions.subList(0, 3));
            Collections.shuffle(shuffled, new Random(seed));
            List<HostMark> marks = new ArrayList<>(with(earlierDetection("01:05:00")));
            Collections.shuffle(marks, new Random(seed + 1));
            assertThat(Json.bytes(only(marks, shuffled).document()))
                    .as("seed " + seed)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "threat:Eicar,             '',      2022-02-27, true",
        "threat:Eicar,             PC-0142, 2022-02-27, true",
        "threat:Eicar,             PC-0007, 2022-02-27, false",
        "threat:Eicar,             '',      2022-02-25, false",
        "rule:EPP-Detected,        '',      2022-02-27, true",
        "file_path:C:\\eicar.com,  '',      2022-02-27, true",
        "file_name:other.com,      '',      2022-02-27, false",
        "everything:,              '',      2022-02-27, false"
    })
    void anEntryHidesAChainWhoseAnchorsItCovers(String allows, String host, String until, boolean hidden) {
        Decision entry = allow("A-7", allows, host, AFTER, Instant.parse(until + "T00:00:00Z"));
        Map<String, Object> document = only(List.of(eicar("09:00:00")), entry).document();

        assertThat(document.containsKey("hidden")).isEqualTo(hidden);
        assertThat(document.get("allowed_by")).isEqualTo(hidden ? List.of("A-7") : null);
        assertThat(document.get("severity")).isEqualTo(hidden ? "low" : "medium");
        assertThat(document).containsEntry("status", "suspected").containsEntry("lines", 1);
    }

    @Test
    void oneAnchorThatIsNotAllowedIsSeen() {
        HostMark other = Incident.mark(
                "09:00:30",
                Layer.EPP,
                Verdict.DETECTED,
                Stage.DETECTION,
                "epp-detected",
                Incident.path("c:\\y.exe", true));
        Decision entry = allow("A-7", "threat:eicar", "", AFTER, AFTER);

        assertThat(assembler.assemble(HOST, List.of(eicar("09:00:00"), other), Presence.UNKNOWN, List.of(entry)))
                .filteredOn(c -> c.evidence().size() == 2
                        || c.evidence().get(0).mark().time().equals(other.mark().time()))
                .isNotEmpty()
                .allSatisfy(c -> assertThat(c.document()).doesNotContainKey("hidden"));
    }

    @Test
    void aFoldWhoseLastLineIsLaterThanTheEntryAllowsIsSeen() {
        Decision entry = allow("A-7", "threat:eicar", "", AFTER, Instant.parse("2022-02-26T09:10:00Z"));

        assertThat(only(List.of(eicar("09:00:00")), entry).document()).containsKey("hidden");
        assertThat(only(List.of(eicar("09:00:00"), eicar("09:20:00")), entry).document())
                .doesNotContainKey("hidden");
    }

    @Test
    void theNewestFormOfAnEntryHoldsWhicheverHostItNames() {
        Decision first = allow("A-7", "threat:eicar", "", AFTER, AFTER);
        Decision ended = allow("A-7", "threat:eicar", "", AFTER.plusSeconds(1), Instant.parse("2022-02-01T00:00:00Z"));
        Decision moved = allow("A-7", "threat:eicar", "PC-0007", AFTER.plusSeconds(1), AFTER);
        List<HostMark> marks = List.of(eicar("09:00:00"));

        assertThat(only(marks, first).document()).containsKey("hidden");
        assertThat(only(marks, ended, first).document()).doesNotContainKey("hidden");
        assertThat(only(marks, moved, first).document()).doesNotContainKey("hidden");
    }

    @Test
    void thousandsOfAnchorsAndDecisionsAreMetInBoundedWork() {
        List<HostMark> marks = new ArrayList<>(Incident.full());
        for (int i = 0; i < 20_000; i++) {
            marks.add(Incident.mark(
                    "01:04:%02d.%03d".formatted(i / 1000, i % 1000),
                    Layer.FIREWALL,
                    Verdict.PASSED,
                    Stage.COMMAND_AND_CONTROL,
                    "beacon",
                    new Artifact(Artifact.Type.ADDRESS, "198.51." + i / 250 + "." + i % 250, false)));
        }
        Chain chain = only(marks);
        List<Decision> decisions = new ArrayList<>(IntStream.range(0, 2000)
                .mapToObj(i -> allow("A-" + i, "domain:d" + i + ".example.com", "", AFTER, AFTER))
                .toList());
        IntStream.range(0, 2000)
                .forEach(i -> decisions.add(at(chain, Decision.Kind.NOTE, AFTER.plus(Duration.ofSeconds(i)))));

        long began = System.nanoTime();
        Chain decided = only(marks, decisions);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
        assertThat(decided.decided().all()).hasSize(2000);
        assertThat(Json.bytes(decided.document()).length).isLessThan(Limits.CHAIN_BYTES);
    }

    private static List<HostMark> with(HostMark more) {
        List<HostMark> marks = new ArrayList<>(Incident.full());
        marks.add(more);
        return marks;
    }

    private static HostMark earlierDetection(String utc) {
        return Incident.mark(
                utc, Layer.EPP, Verdict.DETECTED, Stage.DETECTION, "epp-first", Incident.path(Incident.DLL, true));
    }

    private static HostMark eicar(String utc) {
        return Incident.mark(
                utc,
                Layer.EPP,
                Verdict.DETECTED,
                Stage.DETECTION,
                "epp-detected",
                Incident.path("c:\\eicar.com", true),
                new Artifact(Artifact.Type.THREAT, "EICAR", true));
    }

    private static Decision on(Chain chain, Decision.Kind kind) {
        return at(chain, kind, AFTER);
    }

    private static Decision at(Chain chain, Decision.Kind kind, Instant at) {
        return new Decision(
                kind.text() + at, chain.caseNumber(), chain.id(), HOST, kind, "hanako", at, "", null, null, null);
    }

    private static Decision allow(String caseNumber, String allows, String host, Instant at, @Nullable Instant until) {
        return new Decision(
                caseNumber + at + allows + host,
                caseNumber,
                "",
                host,
                Decision.Kind.ALLOW,
                "hanako",
                at,
                "training",
                "hanako",
                allows,
                until);
    }
}
