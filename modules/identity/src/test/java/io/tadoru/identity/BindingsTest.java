package io.tadoru.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.event.Identity;
import io.tadoru.event.Observation;
import io.tadoru.event.Party;
import io.tadoru.event.Strength;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BindingsTest {
    private static final Identity IP = Identity.ip("10.20.30.142");
    private static final List<Strength> ANY = List.of(Strength.values());
    private static final Instant DAY = Instant.parse("2022-02-26T00:00:00Z");

    @Test
    void neighbouringHoursAreOneRun() {
        BindingTable table = table(lease("A", 60), lease("A", 179), lease("A", 300));
        assertThat(table.rows(IP)).extracting(BindingRow::first).containsExactlyInAnyOrder(at(60), at(300));
        table.add(lease("A", 200));
        table.add(lease("A", 240));
        assertThat(table.rows(IP)).containsExactly(new BindingRow(IP, "A", Strength.LEASE, at(60), at(300)));
    }

    @Test
    void insideARunTheStrongerWins() {
        BindingTable table =
                table(lease("A", 60), lease("A", 120), seen("B", 70, Strength.EPP), seen("B", 130, Strength.EPP));
        assertThat(host(table, 100)).isEqualTo("B");
    }

    @Test
    void theLastHolderBeforeWinsWhateverItsStrength() {
        BindingTable table = table(seen("A", 60, Strength.EPP), lease("B", 300));
        assertThat(host(table, 400)).isEqualTo("B");
        assertThat(host(table, 200)).isEqualTo("A");
    }

    @Test
    void aLaterSightingSpeaksOnlyForADay() {
        BindingTable table = table(lease("A", 60 * 48));
        assertThat(host(table, 60 * 24)).isEqualTo("A");
        assertThat(host(table, 60 * 24 - 1)).isEqualTo("ip:10.20.30.142");
        assertThat(host(table, 60 * 24 * 10)).isEqualTo("A");
        assertThat(host(table, 60 * 24 * 10 + 1)).isEqualTo("ip:10.20.30.142");
    }

    @Test
    void twoHoldersAtOnceAreSharedAndTheNewerIsChosen() {
        BindingTable table = table(lease("A", 60), lease("A", 120), lease("B", 70), lease("B", 130));
        Candidate first = table.asOf(IP, at(100)).get(0);
        assertThat(first.host()).isEqualTo("B");
        assertThat(first.shared()).isTrue();
    }

    @Test
    void yesterdaysLeaseSaysMoreThanLastMonthsLogon() {
        Identity user = Identity.user("taro");
        BindingTable table = table(lease("A", 0), new Observation(user, "B", at(-60 * 24 * 20), Strength.LOGON, "t"));
        Map<Identity, List<Candidate>> answers = Map.of(IP, table.asOf(IP, at(60)), user, table.asOf(user, at(60)));
        assertThat(Resolution.choices(List.of(new Party(List.of(IP, user))), answers))
                .containsExactly(new HostChoice("A", "ip by lease 60 min before; user by logon 20 d before says B"));
    }

    @Test
    void aHostThatTheLogNamesNeedsNoAnswer() {
        assertThat(Resolution.choices(List.of(new Party(List.of(Identity.host("pc-1")))), Map.of()))
                .containsExactly(new HostChoice("PC-1", "log"));
    }

    @Test
    void twoPartiesOfOneHostAreOne() {
        Party party = new Party(List.of(IP));
        Party other = new Party(List.of(Identity.user("taro"), IP));
        BindingTable table = table(lease("A", 60));
        assertThat(Resolution.choices(List.of(party, other), Map.of(IP, table.asOf(IP, at(60)))))
                .extracting(HostChoice::host)
                .containsExactly("A");
    }

    @Test
    void anAgentsWordStandsForItsMinute() {
        BindingTable table = table(seen("A", 60, Strength.EPP));
        assertThat(table.asOf(IP, at(60).plusSeconds(59)).get(0).when()).isEqualTo(Candidate.When.INSIDE);
        assertThat(table.asOf(IP, at(61)).get(0).when()).isEqualTo(Candidate.When.BEFORE);
    }

    @Test
    void onlyLookUpsWithinTheSpanFeelARow() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            BindingTable table = new BindingTable();
            for (Observation seen : random(random)) {
                List<BindingRow> before = table.rows(IP);
                Instant time = at(random.nextInt(5000) + random.nextInt(2) * 60 * 24 * 7);
                List<Candidate> answer = table.asOf(IP, time);
                boolean felt = table.add(seen).put().stream()
                        .map(row -> Runs.touched(before, row))
                        .anyMatch(s -> !time.isBefore(s.from()) && !time.isAfter(s.to()));
                assertThat(felt || table.asOf(IP, time).equals(answer))
                        .as("seed %d", seed)
                        .isTrue();
            }
        }
    }

    @Test
    void orderAndRepetitionOfObservationsDoNotMatter() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<Observation> all = random(random);
            BindingTable once = table(all.toArray(Observation[]::new));
            List<Observation> shuffled = new ArrayList<>(all);
            shuffled.addAll(all.subList(0, all.size() / 2));
            Collections.shuffle(shuffled, random);
            BindingTable again = table(shuffled.toArray(Observation[]::new));
            assertThat(Set.copyOf(again.rows(IP))).as("seed %d", seed).isEqualTo(new HashSet<>(once.rows(IP)));
            Instant time = at(random.nextInt(5000));
            assertThat(again.asOf(IP, time)).as("seed %d", seed).isEqualTo(once.asOf(IP, time));
        }
    }

    @Test
    void rowsThatAreNotNearSayNothing() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            BindingTable table = table(random(random, 60 * 24 * 60).toArray(Observation[]::new));
            for (int i = 0; i < 50; i++) {
                Instant time = at(random.nextInt(60 * 24 * 70) - 60 * 24 * 5);
                assertThat(table.asOf(IP, time)).as("seed %d", seed).isEqualTo(Bindings.asOf(table.rows(IP), time));
            }
        }
    }

    @Test
    void spansOfAListAndSightingsWithinThemAreOneRow() {
        BindingTable table = new BindingTable();
        table.add(seen("A", 100, Strength.INVENTORY));
        table.add(new BindingRow(IP, "A", Strength.INVENTORY, at(0), at(600)));
        table.add(new BindingRow(IP, "A", Strength.INVENTORY, at(300), at(60_000)));
        table.add(seen("A", 50_000, Strength.INVENTORY));
        assertThat(table.rows(IP)).containsExactly(new BindingRow(IP, "A", Strength.INVENTORY, at(0), at(60_000)));
    }

    @Test
    void changesAppliedElsewhereGiveTheSameTable() {
        Random random = new Random(7);
        BindingTable writer = new BindingTable();
        BindingTable reader = new BindingTable();
        random(random).forEach(o -> {
            Runs.Change change = writer.add(o);
            change.put().forEach(reader::apply);
            change.removed().forEach(reader::remove);
        });
        assertThat(reader.rows(IP)).containsExactlyInAnyOrderElementsOf(writer.rows(IP));
    }

    private static List<Observation> random(Random random) {
        return random(random, 5000);
    }

    private static List<Observation> random(Random random, int minutes) {
        int hosts = 2 + random.nextInt(6);
        int strengths = 1 + random.nextInt(ANY.size());
        return IntStream.range(0, 40)
                .mapToObj(i -> seen(
                        "PC-" + random.nextInt(hosts), random.nextInt(minutes), ANY.get(random.nextInt(strengths))))
                .toList();
    }

    private static String host(BindingTable table, int minute) {
        Party party = new Party(List.of(IP));
        return Resolution.choices(List.of(party), Map.of(IP, table.asOf(IP, at(minute))))
                .getFirst()
                .host();
    }

    private static BindingTable table(Observation... all) {
        BindingTable table = new BindingTable();
        List.of(all).forEach(table::add);
        return table;
    }

    private static Observation lease(String host, int minute) {
        return seen(host, minute, Strength.LEASE);
    }

    private static Observation seen(String host, int minute, Strength strength) {
        return new Observation(IP, host, at(minute), strength, "test");
    }

    private static Instant at(int minute) {
        return DAY.plus(Duration.ofMinutes(minute));
    }
}
