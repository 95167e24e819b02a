package io.tadoru.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.chain.Decision;
import io.tadoru.event.Identity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What people decide meets the marks in whatever order, and outlives merges, restarts and rebuilds. */
class DecidingTest {
    private static final Identity HOST = Identity.host("PC-0142");
    private static final Instant THEN = Instant.parse("2022-02-28T00:00:00Z");
    private static final List<String> OF_ITS_OWN_HISTORY = List.of("revision", "known_at", "brought_by", "cases");

    private final Map<String, Map<String, Object>> standing = new TreeMap<>();

    @Test
    void aChainAcknowledgedAndClosedStaysSoWhenALateEarlierMarkMergesIt() {
        try (Office office = new Office()) {
            Map<String, Object> first = closed(office);
            office.mark("early", 65, HOST);
            look(office);

            staysClosed(first);
        }
    }

    @Test
    void aRestartThatFindsItsStateForgetsNoDecision() {
        try (Office office = new Office();
                Office again = new Office()) {
            Map<String, Object> first = closed(office);
            again.restore(office);
            again.mark("early", 65, HOST);
            look(again);

            staysClosed(first);
        }
    }

    @Test
    void aRebuildFromTheTopicsComesToTheSameWithTheDecisionsBeforeTheMarks() {
        Map<String, Object> first;
        try (Office office = new Office()) {
            first = closed(office);
        }
        standing.clear();
        try (Office rebuilt = new Office()) {
            decisions(first).forEach(rebuilt::decide);
            look(rebuilt);
            rebuilt.mark("early", 65, HOST);
            look(rebuilt);
            rebuilt.mark("late", 70, HOST);
            look(rebuilt);
        }
        Map<String, Object> now = alive();
        assertThat(now).containsEntry("status", "closed").containsEntry("acknowledged_by", "hanako");
        assertThat(now.get("cases"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains(first.get("case"));
    }

    private Map<String, Object> closed(Office office) {
        office.mark("late", 70, HOST);
        look(office);
        Map<String, Object> first = alive();
        decisions(first).forEach(office::decide);
        look(office);
        assertThat(alive())
                .containsEntry("status", "closed")
                .containsEntry("brought_by", "decision")
                .containsEntry("revision", 2L);
        return first;
    }

    private void staysClosed(Map<String, Object> first) {
        Map<String, Object> now = alive();
        assertThat(now.get("id")).isNotEqualTo(first.get("id"));
        assertThat(now)
                .containsEntry("status", "closed")
                .containsEntry("acknowledged_by", "hanako")
                .containsEntry("lines", 2L)
                .containsEntry("cases", List.of(text(now, "case"), text(first, "case")));
        assertThat(standing.get(text(first, "id")))
                .containsEntry("status", "merged")
                .containsEntry("merged_into", now.get("id"))
                .containsEntry("case", first.get("case"))
                .containsEntry("revision", 3L);
    }

    @Test
    void anyOrderOfMarksAndDecisionsLeadsToTheSameChain() {
        String late;
        String early;
        try (Office office = new Office()) {
            office.mark("late", 70, HOST);
            look(office);
            late = text(alive(), "id");
            office.mark("early", 65, HOST);
            look(office);
            early = text(alive(), "id");
        }
        List<Consumer<Office>> steps = List.of(
                o -> o.mark("late", 70, HOST),
                o -> o.mark("early", 65, HOST),
                o -> o.mark("last", 80, HOST),
                o -> o.decide(on(late, Decision.Kind.ACK, 1)),
                o -> o.decide(on(late, Decision.Kind.CLOSE, 2)),
                o -> o.decide(on(early, Decision.Kind.REOPEN, 3)),
                o -> o.decide(on(early, Decision.Kind.ISOLATE, 4)),
                o -> o.decide(on(early, Decision.Kind.NOTE, 5)),
                o -> o.decide(allow("A-1", "rule:r", "", 2)),
                o -> o.decide(allow("A-1", "rule:other", "PC-0142", 3)),
                o -> o.decide(allow("A-2", "rule:r", "PC-0007", 3)));
        Map<String, Object> expected = run(steps, new Random(0));
        assertThat(expected)
                .containsEntry("status", "isolated")
                .containsEntry("acknowledged_by", "hanako")
                .doesNotContainKeys("disposition", "hidden");
        for (int seed = 1; seed < 12; seed++) {
            List<Consumer<Office>> shuffled = new ArrayList<>(steps);
            shuffled.addAll(steps.subList(3, 6));
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(run(shuffled, new Random(seed))).as("seed %d", seed).isEqualTo(expected);
        }
    }

    private Map<String, Object> run(List<Consumer<Office>> steps, Random random) {
        standing.clear();
        try (Office office = new Office()) {
            steps.forEach(s -> {
                s.accept(office);
                if (random.nextBoolean()) {
                    look(office);
                }
            });
            look(office);
            look(office);
        }
        Map<String, Object> end = new TreeMap<>(alive());
        OF_ITS_OWN_HISTORY.forEach(end::remove);
        return end;
    }

    @Test
    void aMergedChainThatStandsByItselfAgainIsSaidAgainAndTheOtherTakenBack() {
        try (Office office = new Office()) {
            office.mark("late", 70, HOST);
            look(office);
            String late = text(alive(), "id");
            office.mark("early", 65, HOST);
            look(office);
            String early = text(alive(), "id");
            office.withdraw("early");
            look(office);

            assertThat(alive())
                    .containsEntry("id", late)
                    .containsEntry("revision", 3L)
                    .containsEntry("status", "suspected")
                    .doesNotContainKey("merged_into");
            assertThat(alive())
                    .extractingByKey("cases", InstanceOfAssertFactories.LIST)
                    .hasSize(1);
            assertThat(standing.get(early)).containsEntry("status", "withdrawn");
        }
    }

    @Test
    void aChainMergedTwiceLeadsToTheOneThatHoldsItNow() {
        try (Office office = new Office()) {
            office.mark("third", 75, HOST);
            look(office);
            Map<String, Object> third = alive();
            office.mark("second", 70, HOST);
            look(office);
            Map<String, Object> second = alive();
            office.mark("first", 65, HOST);
            look(office);

            Map<String, Object> first = alive();
            assertThat(List.of(third, second))
                    .extracting(c ->
                            Objects.requireNonNull(standing.get(text(c, "id"))).get("merged_into"))
                    .containsOnly(first.get("id"));
            assertThat(first)
                    .extractingByKey("cases", InstanceOfAssertFactories.LIST)
                    .containsExactlyInAnyOrder(first.get("case"), second.get("case"), third.get("case"))
                    .startsWith(first.get("case"));
        }
    }

    @Test
    void aRevisionSaysWhatBroughtIt() {
        try (Office office = new Office()) {
            office.mark("now", 60 * 24 - 10, HOST);
            look(office);
            assertThat(alive()).containsEntry("brought_by", "live");
            office.days(1);
            office.mark("late", 60 * 24 - 5, HOST);
            look(office);
            assertThat(alive()).containsEntry("brought_by", "late");
            office.decide(on(text(alive(), "id"), Decision.Kind.ACK, 1));
            look(office);
            assertThat(alive()).containsEntry("brought_by", "decision");
        }
    }

    @Test
    void anEntryForAllHostsReachesThemAllASomeAtATimeAndItsEndTooEvenOverARestart() {
        int hosts = Round.HOSTS_AT_ONCE + 50;
        try (Office office = new Office();
                Office again = new Office()) {
            for (int i = 0; i < hosts; i++) {
                office.mark("e" + i, 60, Identity.host("PC-" + i));
            }
            look(office);
            office.decide(allow("A-1", "rule:r", "", 1));
            look(office);
            assertThat(hidden()).isEqualTo(Round.HOSTS_AT_ONCE);
            again.restore(office);
            look(again);
            assertThat(hidden()).isEqualTo(hosts);
            again.decide(new Decision(
                    "end",
                    "A-1",
                    "",
                    "",
                    Decision.Kind.ALLOW,
                    "h",
                    THEN.plusSeconds(9),
                    "",
                    "h",
                    "rule:r",
                    Instant.EPOCH));
            look(again);
            look(again);
            assertThat(hidden()).isZero();
            assertThat(again.size(Stores.ROUND)).isZero();
        }
    }

    private long hidden() {
        return standing.values().stream()
                .filter(c -> Boolean.TRUE.equals(c.get("hidden")))
                .count();
    }

    @Test
    void anEntryForOneHostHidesItsChainsOnlyAndTheLinesStillCount() {
        try (Office office = new Office()) {
            office.mark("e1", 60, HOST);
            office.mark("e2", 60, Identity.host("PC-0007"));
            office.decide(allow("A-1", "rule:R", "PC-0142", 1));
            look(office);
            assertThat(standing.values())
                    .extracting(c -> c.get("host") + " " + c.get("hidden") + " " + c.get("lines"))
                    .containsExactlyInAnyOrder("PC-0142 true 1", "PC-0007 null 1");
        }
    }

    @Test
    void noMoreDecisionsOfAHostAreKeptThanTheNewest() {
        try (Office office = new Office()) {
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < DecisionShelf.MOST + 20; i++) {
                order.add(i);
            }
            Collections.shuffle(order, new Random(7));
            order.forEach(i -> office.decide(on("0".repeat(32), Decision.Kind.NOTE, i)));
            assertThat(office.size(Stores.DECISIONS)).isEqualTo(DecisionShelf.MOST);
            assertThat(office.keys(Stores.DECISIONS))
                    .noneMatch(k -> k.endsWith("NOTE19"))
                    .anyMatch(k -> k.endsWith("NOTE20"));
        }
    }

    @Test
    void aDecisionOnAChainThatIsForgottenSaysNothingOfIt() {
        try (Office office = new Office()) {
            office.mark("late", 70, HOST);
            look(office);
            Map<String, Object> first = alive();
            office.days(29);
            office.decide(on(text(first, "id"), Decision.Kind.CLOSE, 1));
            look(office);
            office.sweep();
            look(office);
            assertThat(alive()).isEqualTo(first);
        }
    }

    @Test
    void anEntryOfTheAllowListGoesToAllPartitionsAndADecisionToItsHosts() {
        ToHosts toHosts = new ToHosts();
        assertThat(toHosts.partitions("t", "PC-0142", allow("A-1", "rule:r", "PC-0142", 1), 3))
                .contains(Set.of(0, 1, 2));
        assertThat(toHosts.partitions("t", "PC-0142", on("c", Decision.Kind.ACK, 1), 3))
                .isEmpty();
    }

    private void look(Office office) {
        office.second();
        office.chains().forEach(c -> standing.put(text(c, "id"), c));
    }

    /** The one chain that is neither merged nor taken back. */
    private Map<String, Object> alive() {
        List<Map<String, Object>> alive = standing.values().stream()
                .filter(c -> !Set.of("merged", "withdrawn").contains(text(c, "status")))
                .toList();
        assertThat(alive).hasSize(1);
        return alive.get(0);
    }

    private static String text(Map<String, Object> document, String field) {
        return String.valueOf(document.get(field));
    }

    private static List<Decision> decisions(Map<String, Object> chain) {
        return List.of(
                decision(text(chain, "case"), text(chain, "id"), Decision.Kind.ACK, 1),
                decision(text(chain, "case"), text(chain, "id"), Decision.Kind.CLOSE, 2));
    }

    private static Decision on(String chain, Decision.Kind kind, int second) {
        return decision("T-2022-0000000", chain, kind, second);
    }

    private static Decision decision(String caseNumber, String chain, Decision.Kind kind, int second) {
        return new Decision(
                chain + kind + second,
                caseNumber,
                chain,
                "PC-0142",
                kind,
                "hanako",
                THEN.plusSeconds(second),
                "",
                null,
                null,
                null);
    }

    private static Decision allow(String caseNumber, String allows, String host, int second) {
        return new Decision(
                caseNumber + allows + host + second,
                caseNumber,
                "",
                host,
                Decision.Kind.ALLOW,
                "hanako",
                THEN.plusSeconds(second),
                "",
                "hanako",
                allows,
                THEN);
    }
}
