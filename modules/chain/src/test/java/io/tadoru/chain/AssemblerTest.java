package io.tadoru.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.detection.Artifact;
import io.tadoru.detection.Level;
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
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AssemblerTest {
    private final Assembler assembler = new Assembler(Incident.DEFINITIONS);

    private List<Chain> assemble(List<HostMark> marks) {
        return assembler.assemble("PC-0142", marks);
    }

    private Chain only(List<HostMark> marks) {
        assertThat(assemble(marks)).hasSize(1);
        return assemble(marks).get(0);
    }

    @Test
    void theIncidentIsOneChainWithBoundsAndFiveMinutesToQuarantine() {
        Chain chain = only(Incident.full());

        assertThat(chain.status()).isEqualTo(Status.QUARANTINED);
        assertThat(chain.infected().notBefore()).isEqualTo(Instant.parse("2022-02-26T01:02:11Z"));
        assertThat(chain.infected().notAfter()).isEqualTo(Instant.parse("2022-02-26T01:02:15.2Z"));
        assertThat(chain.timeToQuarantineMin().orElseThrow()).isEqualTo(Duration.ofMillis(300_400));
        assertThat(chain.evidence()).hasSize(Incident.full().size());
        assertThat(chain.users()).containsExactly("taro");
        assertThat(chain.layers())
                .extracting(v -> v.layer().text() + " " + v.word())
                .containsExactly("mail passed", "swg passed", "firewall passed", "epp detected");
    }

    @Test
    void theSentenceSaysThroughWhereAFileTiesTheMailToWhatRan() {
        assertThat(only(Incident.full()).sentence().en())
                .isEqualTo("PC-0142 (taro) was infected on 2022-02-26 between 01:02:11 and 01:02:15 through"
                        + " invoice_0226.xlsm from mail m-77; EPP quarantined it 5 min 0 s later; outside contact seen in"
                        + " 1 log line: assume mail and passwords taken, isolate PC-0142 (UTC times).");
    }

    @Test
    void aContactWhoseBadnessIsDoubtedBeginsNoChainAndIsEvidenceInOne() {
        HostMark ran = Incident.mark(
                "01:02:11", Layer.EPP, null, Stage.EXECUTION, "loader", Incident.path(Incident.DLL, false));
        HostMark contact =
                Incident.mark("01:03:00", Layer.FIREWALL, Verdict.PASSED, Stage.COMMAND_AND_CONTROL, "indicator:feed");
        HostMark doubted = Incident.withLevel(contact, Level.MEDIUM);

        assertThat(assemble(List.of(ran, contact))).hasSize(1);
        assertThat(assemble(List.of(ran, doubted))).isEmpty();
        List<HostMark> marks = new ArrayList<>(Incident.full());
        marks.add(doubted);
        assertThat(only(marks).evidence()).hasSize(marks.size());
    }

    @Test
    void whatOnlyTimeJoinsIsCalledProbable() {
        Chain chain = only(Incident.poor());

        assertThat(chain.status()).isEqualTo(Status.QUARANTINED);
        assertThat(chain.sentence().en()).contains("was probably infected", "probably through one of 1 delivery");
        assertThat(chain.sentence().en()).doesNotContain("was infected");
        assertThat(chain.sentence().ja()).contains("おそらく");
    }

    @Test
    void aDeliveryWithoutATieIsLeftOutWhereAnotherHasOne() {
        List<HostMark> marks = new ArrayList<>(Incident.full());
        marks.add(Incident.mark(
                "00:55:00",
                Layer.MAIL,
                Verdict.PASSED,
                Stage.INITIAL_ACCESS,
                "mail-other",
                Incident.name("minutes.zip")));

        assertThat(only(marks).evidence()).hasSize(Incident.full().size());
    }

    @Test
    void aContactThatBeganAfterTheQuarantineKeepsTheChainActive() {
        List<HostMark> marks = new ArrayList<>(Incident.full());
        marks.add(Incident.mark(
                "03:00:00",
                Layer.FIREWALL,
                Verdict.PASSED,
                Stage.COMMAND_AND_CONTROL,
                "direct-contact",
                new Artifact(Artifact.Type.ADDRESS, "198.51.100.77", false)));

        assertThat(only(marks).status()).isEqualTo(Status.ACTIVE_AFTER_QUARANTINE);
    }

    @Test
    void aSessionAcrossTheQuarantineIsNoActivityAfterItButOneBegunThenIsEvenIfItEndsBefore() {
        List<HostMark> marks = new ArrayList<>(Incident.full());
        marks.add(Incident.startedAt(beacon("01:58:00"), "01:03:00"));
        assertThat(only(marks).status()).isEqualTo(Status.QUARANTINED);

        marks.add(beacon("01:30:00"));
        assertThat(only(marks).status()).isEqualTo(Status.ACTIVE_AFTER_QUARANTINE);
    }

    private static HostMark beacon(String at) {
        return Incident.mark(
                at,
                Layer.FIREWALL,
                Verdict.PASSED,
                Stage.COMMAND_AND_CONTROL,
                "direct-contact",
                new Artifact(Artifact.Type.ADDRESS, "198.51.100.23", false));
    }

    @Test
    void whatTheHelpDeskDoesIsNoSpreadThoughTwoRulesSeeItDifferently() {
        HostMark entered = Incident.mark("03:00:00", Layer.EPP, null, Stage.LATERAL_MOVEMENT, "remote-service");
        HostMark same = Incident.withRule(entered, "service-child", Stage.EXECUTION);
        assertThat(assemble(List.of(entered, same))).isEmpty();

        HostMark ran = Incident.mark("03:00:09", Layer.EPP, null, Stage.EXECUTION, "loader");
        assertThat(assemble(List.of(entered, same, ran)))
                .isEmpty(); // nothing but nearness joins them, and an entry has no window

        HostMark child = Incident.mark(
                "03:00:09", Layer.EPP, null, Stage.EXECUTION, "loader", Incident.process("p1"), Incident.process("p2"));
        HostMark parent = Incident.mark(
                "03:00:00", Layer.EPP, null, Stage.LATERAL_MOVEMENT, "remote-service", Incident.process("p1"));
        assertThat(assemble(List.of(parent, child)))
                .singleElement()
                .satisfies(c -> assertThat(c.definition()).isEqualTo("lateral-spread"));
    }

    @Test
    void whoWritesTheJudgedFileHasNotStartedIt() {
        List<HostMark> marks = new ArrayList<>(Incident.full());
        marks.add(Incident.mark(
                "01:02:14.8",
                Layer.EPP,
                null,
                Stage.EXECUTION,
                "loader-writes-program",
                Incident.path(Incident.DLL, false),
                Incident.process("regsvr-1")));

        assertThat(only(marks).infected().notAfter()).isEqualTo(Instant.parse("2022-02-26T01:02:15.2Z"));
    }

    @Test
    void refusedAttemptsAreOneStoppedChainADay() {
        List<HostMark> marks = IntStream.range(0, 5)
                .mapToObj(i -> Incident.mark(
                        "0" + i + ":00:00",
                        Layer.MAIL,
                        Verdict.BLOCKED,
                        Stage.INITIAL_ACCESS,
                        "mail-refused",
                        Incident.name("offer" + i + ".exe")))
                .toList();

        Chain chain = only(marks);
        assertThat(chain.status()).isEqualTo(Status.STOPPED);
        assertThat(chain.definition()).isEqualTo("blocked-attempt");
        assertThat(chain.lines()).isEqualTo(5);
    }

    @Test
    void aSilentLayerIsNotCalledInnocent() {
        List<HostMark> unheard = Incident.poor().stream()
                .filter(m -> m.mark().layer() == Layer.EPP)
                .map(m -> new HostMark(m.mark(), m.basis(), java.util.Set.of(Layer.EPP, Layer.MAIL)))
                .toList();

        assertThat(only(unheard).layers())
                .extracting(v -> v.layer().text() + " " + v.word())
                .containsExactly("mail no-evidence", "swg silent", "firewall silent", "epp detected");
    }

    @Test
    void whatWasNeverSeenRunningIsNotCalledAnInfection() {
        HostMark found = Incident.mark(
                "01:07:15",
                Layer.EPP,
                Verdict.QUARANTINED,
                Stage.RESPONSE,
                "epp-quarantined",
                Incident.path("c:\\x.exe", true));

        assertThat(only(List.of(found)).sentence().en())
                .contains("no line shows it running")
                .doesNotContain("infected");
    }

    /** Contacts with as many different addresses between the infection and its quarantine. */
    private static List<HostMark> noisy(int contacts) {
        List<HostMark> marks = new ArrayList<>(Incident.full());
        for (int i = 0; i < contacts; i++) {
            marks.add(Incident.mark(
                    "01:04:%02d.%03d".formatted(i / 1000, i % 1000),
                    Layer.FIREWALL,
                    Verdict.PASSED,
                    Stage.COMMAND_AND_CONTROL,
                    "beacon",
                    new Artifact(Artifact.Type.ADDRESS, "198.51." + i / 250 + "." + i % 250, false)));
        }
        return marks;
    }

    @Test
    void whatIsLeftOutOfANoisyChainIsNeverTheQuarantineNorTheMail() {
        Chain chain = only(noisy(300));

        assertThat(chain.evidence())
                .extracting(e -> e.mark().rule().id())
                .contains("mail-macro", "loader-from-appdata", "epp-detected", "epp-quarantined");
        assertThat(chain.lines()).isEqualTo(noisy(300).size());
    }

    @Test
    void thousandsOfDifferentMarksAreAssembledInBoundedWork() {
        List<HostMark> marks = noisy(20_000);

        List<Node> nodes = Node.of(marks);
        assertThat(nodes).hasSizeLessThan(Weight.CLASSES * Weight.FOLDS_OF_A_CLASS);
        assertThat(Edges.between(nodes, Incident.DEFINITION)).hasSizeLessThan(10 * nodes.size());
        assertThat(only(marks).quarantinedAt()).isNotNull();
    }

    @Test
    void linesOfWideOrEscapedCharactersStillFitTheDocument() {
        List<HostMark> marks = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            HostMark m = Incident.mark(
                    "01:07:%02d.%03d".formatted(i / 10, i % 10),
                    Layer.EPP,
                    Verdict.QUARANTINED,
                    Stage.RESPONSE,
                    "epp-quarantined",
                    Incident.path("c:\\x" + i, true));
            marks.add(Incident.withOriginal(m, "\u0001".repeat(2000)));
        }

        Chain chain = assemble(marks).get(0);
        assertThat(Json.bytes(chain.document()).length).isLessThan(Limits.CHAIN_BYTES);
        assertThat(chain.evidence().get(0).grade()).isNull();
    }

    @Test
    void twoLinesOfOneMailTieNoMailToWhatRan() {
        List<HostMark> marks = new ArrayList<>(Incident.poor());
        marks.add(Incident.mark(
                "00:41:21",
                Layer.MAIL,
                Verdict.PASSED,
                Stage.INITIAL_ACCESS,
                "mail-second",
                new Artifact(Artifact.Type.MESSAGE, "m-77", false)));

        assertThat(only(marks).sentence().en())
                .contains("was probably infected")
                .doesNotContain(" through invoice");
    }

    @Test
    void amongDeliveriesKnownByTimeTheLatestIsTheNearest() {
        List<HostMark> marks = new ArrayList<>(Incident.poor());
        marks.add(Incident.mark(
                "01:01:00",
                Layer.MAIL,
                Verdict.PASSED,
                Stage.INITIAL_ACCESS,
                "mail-locked-archive",
                Incident.name("later.zip")));

        assertThat(only(marks).sentence().en()).contains("one of 2 deliveries, the nearest later.zip");
    }

    @Test
    void anyOrderOfTheMarksGivesTheSameChains() {
        byte[] expected = documents(Incident.full());
        for (int seed = 0; seed < 500; seed++) {
            List<HostMark> shuffled = new ArrayList<>(Incident.full());
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(documents(shuffled)).as("seed " + seed).isEqualTo(expected);
        }
    }

    @Test
    void manyEqualMarksFoldWithTheirExactCountAndTheDocumentStaysSmall() {
        List<HostMark> marks = new ArrayList<>(Incident.full());
        for (int i = 0; i < 3000; i++) {
            marks.add(Incident.mark(
                    "01:04:%02d.%03d".formatted(i / 1000, i % 1000),
                    Layer.FIREWALL,
                    Verdict.PASSED,
                    Stage.COMMAND_AND_CONTROL,
                    "beacon",
                    new Artifact(Artifact.Type.ADDRESS, "198.51.100.24", false)));
        }

        Chain chain = only(marks);
        assertThat(chain.lines()).isEqualTo(marks.size());
        assertThat(Json.bytes(chain.document()).length).isLessThan(Limits.CHAIN_BYTES);
    }

    private byte[] documents(List<HostMark> marks) {
        return Json.bytes(assemble(marks).stream().map(Chain::document).toList());
    }
}
