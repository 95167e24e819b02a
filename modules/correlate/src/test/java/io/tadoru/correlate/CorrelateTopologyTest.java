package io.tadoru.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.detection.Level;
import io.tadoru.detection.Mark;
import io.tadoru.detection.Marks;
import io.tadoru.detection.RuleRef;
import io.tadoru.detection.Stage;
import io.tadoru.event.Identity;
import io.tadoru.event.Layer;
import io.tadoru.event.Observation;
import io.tadoru.event.Party;
import io.tadoru.event.Strength;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CorrelateTopologyTest {
    private static final Identity IP = Identity.ip("10.20.30.142");
    private static final String AGENT = "4F1C0A5D9B7E4C21A0D3E8F765B90142";
    private static final Identity TARO = Identity.user("taro");

    @Test
    void aLeaseBeforeTheEventTellsTheHost() {
        try (Office office = new Office()) {
            office.see(IP, "PC-0142", 0);
            office.mark("e1", 60, IP);
            assertThat(office.hosts()).containsExactlyEntriesOf(Map.of("PC-0142", Set.of("e1")));
        }
    }

    @Test
    void aLeaseThatComesLateMovesTheMarkToItsHost() {
        try (Office office = new Office()) {
            office.mark("e1", 60, IP);
            assertThat(office.hosts()).containsOnlyKeys("ip:10.20.30.142");
            office.see(IP, "PC-0142", 0);
            assertThat(office.hosts()).containsExactlyEntriesOf(Map.of("PC-0142", Set.of("e1")));
        }
    }

    @Test
    void anAddressThatMovedGivesEachEventToItsHolderThen() {
        try (Office office = new Office()) {
            office.mark("early", 60, IP);
            office.mark("late", 600, IP);
            office.see(IP, "PC-0007", 500);
            office.see(IP, "PC-0142", 0);
            assertThat(office.hosts()).isEqualTo(Map.of("PC-0142", Set.of("early"), "PC-0007", Set.of("late")));
        }
    }

    @Test
    void aLateRowThatChangesTheChoiceTakesTheChainFromTheOldHost() {
        try (Office office = new Office()) {
            office.see(IP, "PC-0007", 0);
            office.mark("e1", 600, IP);
            office.second();
            assertThat(office.chains())
                    .singleElement()
                    .satisfies(c -> assertThat(c).containsEntry("host", "PC-0007"));
            office.see(IP, "PC-0142", 590);
            office.second();
            assertThat(office.hosts()).isEqualTo(Map.of("PC-0142", Set.of("e1")));
            assertThat(office.chains())
                    .extracting(c -> c.get("host") + " " + c.get("status"))
                    .containsExactlyInAnyOrder("PC-0007 withdrawn", "PC-0142 suspected");
        }
    }

    @Test
    void aSharedAddressKeepsItsMarksWhateverIsSeenThere() {
        try (Office office = new Office()) {
            office.mark("e1", 60, Identity.host("ip:10.20.1.80"));
            office.mark("e2", 60, IP);
            office.see(Identity.ip("10.20.1.80"), "PROXY", 60);
            office.see(IP, "PC-0142", 60);
            assertThat(office.hosts()).isEqualTo(Map.of("ip:10.20.1.80", Set.of("e1"), "PC-0142", Set.of("e2")));
        }
    }

    @Test
    void aMailIsWithBothPcsOfItsReaderAndAnAccountInUseOnTwoDecidesNothing() {
        try (Office office = new Office()) {
            office.see(TARO, "PC-0142", 60);
            office.mark("mail", 60, Identity.mail("taro@example.co.jp"), TARO);
            office.mark("web", 60, TARO);
            assertThat(office.hosts()).containsOnlyKeys("PC-0142");
            office.see(TARO, "PC-0201", 60);
            assertThat(office.hosts())
                    .isEqualTo(
                            Map.of("PC-0142", Set.of("mail"), "PC-0201", Set.of("mail"), "user:taro", Set.of("web")));
        }
    }

    @Test
    void anAgentsIdIsItsHostWhicheverIsToldFirst() {
        Identity id = Identity.host(AGENT);
        try (Office office = new Office()) {
            office.mark("e1", 60, id);
            office.mark("e2", 60, IP);
            office.see(IP, AGENT, 50);
            assertThat(office.hosts()).isEqualTo(Map.of(AGENT, Set.of("e1", "e2")));
            office.see(id, "PC-0142", 0);
            assertThat(office.hosts()).isEqualTo(Map.of("PC-0142", Set.of("e1", "e2")));
            assertThat(office.host("PC-0142")).hasSize(2);
        }
    }

    @Test
    void whatIsAskedNoLongerIsForgotten() {
        try (Office office = new Office()) {
            office.see(IP, AGENT, 50);
            office.mark("e1", 60, IP);
            assertThat(office.keys(Stores.CLAIMS)).anyMatch(k -> k.startsWith("host:" + AGENT));
            office.see(IP, "PC-0201", 55);
            office.see(IP, "PC-0202", 56);
            office.see(IP, "PC-0203", 57);
            office.see(IP, "PC-0204", 58);
            assertThat(office.keys(Stores.CLAIMS)).noneMatch(k -> k.startsWith("host:" + AGENT));
            office.withdraw("e1");
            assertThat(office.keys(Stores.CLAIMS)).isEmpty();
            assertThat(office.keys(Stores.ANSWERS)).isEmpty();
        }
    }

    @Test
    void aYearOfRowsAnswersAsOfEachTime() {
        try (Office office = new Office()) {
            for (int day = 0; day < 365; day++) {
                office.see(IP, "PC-%04d".formatted(day % 3), day * 60 * 24);
            }
            for (int day = 0; day < 365; day += 50) {
                office.mark("e" + day, day * 60 * 24 + 5, IP);
            }
            Map<String, Set<String>> hosts = office.hosts();
            for (int day = 0; day < 365; day += 50) {
                assertThat(hosts.get("PC-%04d".formatted(day % 3))).contains("e" + day);
            }
        }
    }

    @Test
    void marksTakenBackAreTakenFromTheHost() {
        try (Office office = new Office()) {
            office.mark("e1", 60, Identity.host("PC-0142"));
            office.mark("e2", 60, IP);
            office.see(IP, "PC-0142", 0);
            office.withdraw("e1");
            assertThat(office.hosts()).isEqualTo(Map.of("PC-0142", Set.of("e2")));
            office.withdraw("e2");
            office.see(IP, "PC-0007", 30);
            assertThat(office.hosts()).isEmpty();
        }
    }

    @Test
    void whatWasHeardAroundAMarkTravelsWithIt() {
        try (Office office = new Office()) {
            office.see(Identity.sensor(Layer.FIREWALL), "fgt-edge", 50);
            office.see(Identity.sensor(Layer.SWG), "proxy", 200);
            office.mark("e1", 60, Identity.host("PC-0142"));
            assertThat(office.host("PC-0142"))
                    .allSatisfy(m -> assertThat(m.heard()).containsExactly(Layer.FIREWALL));
            office.see(Identity.sensor(Layer.SWG), "proxy", 70);
            assertThat(office.host("PC-0142"))
                    .allSatisfy(m -> assertThat(m.heard()).containsExactlyInAnyOrder(Layer.FIREWALL, Layer.SWG));
        }
    }

    @Test
    void bindingsSaidByRowMakeTheSameTableAtTheReader() {
        try (Office office = new Office()) {
            office.see(IP, "PC-0142", 60);
            office.see(IP, "PC-0142", 180);
            office.see(IP, "PC-0142", 120);
            assertThat(office.bindings().values()).hasSize(1).allSatisfy(r -> {
                assertThat(r.first()).isEqualTo(Office.at(60));
                assertThat(r.last()).isEqualTo(Office.at(180));
            });
        }
    }

    @Test
    void orderAndRepetitionLeadToTheSameHosts() {
        for (int seed = 0; seed < 8; seed++) {
            List<Step> steps = steps(new Random(seed));
            Map<String, Set<String>> once = run(steps);
            List<Step> shuffled = new ArrayList<>(steps);
            shuffled.addAll(steps.subList(0, 20));
            Collections.shuffle(shuffled, new Random(seed + 1000L));
            assertThat(run(shuffled)).as("seed %d", seed).isEqualTo(once);
        }
    }

    @Test
    void aChainIsSaidOnceForEachChangeAndWithdrawnWhenItsMarksGo() {
        try (Office office = new Office()) {
            office.mark("e1", 60, Identity.host("PC-0142"));
            office.second();
            Map<String, Object> first = office.chains().get(0);
            assertThat(first).containsEntry("host", "PC-0142").containsEntry("revision", 1L);
            assertThat(first).extractingByKey("known_at").asString().startsWith("2022-02-27");
            office.mark("e1", 60, Identity.host("PC-0142"));
            office.second();
            assertThat(office.chains()).isEmpty();
            office.withdraw("e1");
            office.second();
            office.second();
            assertThat(office.chains())
                    .singleElement()
                    .satisfies(c -> assertThat(c)
                            .containsEntry("id", first.get("id"))
                            .containsEntry("status", "withdrawn")
                            .containsEntry("revision", 2L));
        }
    }

    @Test
    void aHostWhoseAssemblyFailsDoesNotStopTheOthers() {
        try (Office office = new Office((host, marks, presence, decisions) -> {
            throw new IllegalStateException("no assembly of " + host);
        })) {
            office.mark("e1", 60, Identity.host("PC-0142"));
            office.second();
            assertThat(office.chains()).isEmpty();
            assertThat(office.hosts()).containsOnlyKeys("PC-0142");
        }
    }

    @Test
    void aRecordThatIsNoneStopsNothing() {
        try (Office office = new Office()) {
            office.garbage();
            office.mark("e1", 60, Identity.host("PC-0142"));
            assertThat(office.hosts()).containsOnlyKeys("PC-0142");
        }
    }

    private static Map<String, Set<String>> run(List<Step> steps) {
        try (Office office = new Office()) {
            steps.forEach(s -> s.in(office));
            return new TreeMap<>(office.hosts());
        }
    }

    /** One thing that arrives. */
    @FunctionalInterface
    private interface Step {
        void in(Office office);
    }

    private static List<Step> steps(Random random) {
        return IntStream.range(0, 40).mapToObj(i -> step(i, random)).toList();
    }

    private static Step step(int i, Random random) {
        int minute = random.nextInt(3000);
        String pc = random.nextInt(5) == 0 ? AGENT : "PC-" + random.nextInt(4);
        return switch (random.nextInt(5)) {
            case 3 -> o -> o.see(Identity.host(AGENT), "PC-" + i % 4, minute);
            case 0 -> o -> o.mark("e" + i, minute, IP);
            case 1 -> o -> o.mark("e" + i, minute, IP, TARO);
            case 2 -> o -> o.see(TARO, pc, minute);
            default -> o -> o.see(IP, pc, minute);
        };
    }

    static Observation observation(Identity identity, String host, int minute) {
        return new Observation(identity, host, Office.at(minute), Strength.LEASE, "test");
    }

    static Marks marks(String eventId, int minute, Identity... names) {
        return marks(eventId, Office.at(minute), Level.HIGH, Stage.DETECTION, names);
    }

    static Marks marks(String eventId, Instant time, Level level, Stage stage, Identity... names) {
        Mark mark = new Mark(
                eventId,
                "hash-" + eventId,
                time,
                time,
                0,
                "source",
                "connector",
                "clock",
                Layer.EPP,
                null,
                stage,
                new RuleRef("r", "Found", "1", level),
                List.of(),
                "found",
                List.of("taro"),
                -1,
                "line",
                List.of());
        return new Marks(eventId, time, List.of(new Party(List.of(names))), 0, List.of(mark));
    }
}
