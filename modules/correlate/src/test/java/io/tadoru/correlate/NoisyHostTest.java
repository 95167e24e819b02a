package io.tadoru.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.chain.Chain;
import io.tadoru.chain.Fold;
import io.tadoru.chain.FoldBook;
import io.tadoru.chain.HostMark;
import io.tadoru.chain.Weight;
import io.tadoru.detection.Level;
import io.tadoru.detection.Mark;
import io.tadoru.detection.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class NoisyHostTest {
    private static final String HOST = "PC-0142";
    private static final int TOO_MANY = Weight.FOLDS_OF_A_CLASS + 30;

    @Test
    void onlyTheNewestHoursOfItsNoiseAreAssembledAndItsAlertStays() {
        List<Fold> last = new ArrayList<>();
        try (Office office = new Office((host, folds, presence, decisions) -> remember(folds, last))) {
            office.hand("alert", -60 * 24, Level.HIGH, Stage.DETECTION, HOST);
            for (int i = 0; i < TOO_MANY; i++) {
                office.hand("e" + i, 60 * i, Level.HIGH, Stage.EXECUTION, HOST);
            }
            office.second();
        }
        assertThat(last).hasSize(Weight.FOLDS_OF_A_CLASS + 1);
        assertThat(last)
                .extracting(f -> f.first().mark().eventId())
                .contains("alert", "e" + (TOO_MANY - 1), "e30")
                .doesNotContain("e29");
    }

    @Test
    void manyEqualMarksAreOneRowAnHourWithTheirExactCount() {
        List<Fold> last = new ArrayList<>();
        try (Office office = new Office((host, folds, presence, decisions) -> remember(folds, last))) {
            for (int i = 0; i < 3000; i++) {
                office.hand("e" + i, i % 180, Level.HIGH, Stage.EXECUTION, HOST);
            }
            office.second();
        }
        assertThat(last).extracting(Fold::count).containsExactlyInAnyOrder(1020, 1020, 960);
    }

    /** Whatever comes, comes again in other words, or goes: the rows are those that batch folds from what is left. */
    @Test
    void whatStreamAssemblesIsWhatBatchAssembles() {
        for (int seed = 0; seed < 6; seed++) {
            Random random = new Random(seed);
            List<Fold> last = new ArrayList<>();
            Set<HostMark> left = new LinkedHashSet<>();
            try (Office office = new Office((host, folds, presence, decisions) -> remember(folds, last))) {
                List<Integer> events =
                        new ArrayList<>(random.ints(300, 0, 150).boxed().toList());
                Collections.shuffle(events, random);
                for (int event : events) {
                    if (random.nextInt(3) == 0) {
                        office.take("e" + event, HOST);
                    } else {
                        int minute = random.nextInt(300);
                        office.hand("e" + event, minute, Level.MEDIUM, Stage.DISCOVERY, HOST);
                    }
                }
                office.hand("last", 0, Level.HIGH, Stage.DISCOVERY, HOST);
                office.second();
                left.addAll(office.host(HOST));
            }
            FoldBook batch = new FoldBook();
            left.forEach(batch::add);
            assertThat(last).as("seed " + seed).containsExactlyInAnyOrderElementsOf(batch.heaviest());
        }
    }

    /** An indicator may give one event two marks, of one rule and two stages. */
    @Test
    void twoMarksOfOneRuleStayInTheirOwnFoldsWhenAnEventGoes() {
        List<Fold> last = new ArrayList<>();
        try (Office office = new Office((host, folds, presence, decisions) -> remember(folds, last))) {
            office.hand(twice("a", 1));
            office.hand(twice("b", 2));
            office.take("a", HOST);
            office.second();
        }
        assertThat(last)
                .extracting(
                        f -> f.first().mark().eventId() + " " + f.first().mark().stage() + " " + f.count())
                .containsExactlyInAnyOrder("b EXECUTION 1", "b DISCOVERY 1");
    }

    private static HostMarks twice(String eventId, int minute) {
        List<Mark> marks = Stream.of(Stage.EXECUTION, Stage.DISCOVERY)
                .flatMap(stage ->
                        CorrelateTopologyTest.marks(eventId, Office.at(minute), Level.HIGH, stage).marks().stream())
                .toList();
        return new HostMarks(HOST, eventId, "log", marks, Set.of());
    }

    @Test
    void itWaitsTheLongerTheMoreItHasAndTheOthersDoNot() {
        List<String> hosts = new ArrayList<>();
        try (Office office = new Office((host, folds, presence, decisions) -> {
            hosts.add(host);
            return List.of();
        })) {
            for (int i = 0; i < 3000; i++) {
                office.hand("e" + i, i, Level.HIGH, Stage.EXECUTION, HOST);
            }
            for (int second = 0; second < 6; second++) {
                office.hand("more" + second, 60 + second, Level.HIGH, Stage.EXECUTION, HOST);
                office.hand("other" + second, 60 + second, Level.HIGH, Stage.EXECUTION, "PC-0007");
                office.second();
            }
        }
        assertThat(hosts).filteredOn("PC-0007"::equals).hasSize(6);
        assertThat(hosts).filteredOn("PC-0142"::equals).hasSize(3);
        assertThat(Duration.ofMillis(Pace.QUICK)).isEqualTo(HostProcessor.PAUSE);
    }

    @Test
    void theChainSaysThatThereIsMore() {
        try (Office office = new Office()) {
            for (int i = 0; i < TOO_MANY; i++) {
                office.hand("e" + i, 60 * i, Level.HIGH, Stage.DETECTION, HOST);
            }
            office.second();
            assertThat(office.chains())
                    .isNotEmpty()
                    .allSatisfy(c -> assertThat(c)
                            .extractingByKey("detail")
                            .asInstanceOf(InstanceOfAssertFactories.MAP)
                            .containsEntry("host_events_beyond_at_least", 16L));
        }
    }

    private static List<Chain> remember(Collection<Fold> folds, List<Fold> last) {
        last.clear();
        last.addAll(folds);
        return List.of();
    }
}
