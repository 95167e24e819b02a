package io.tadoru.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.chain.Chain;
import io.tadoru.chain.HostMark;
import io.tadoru.chain.Weight;
import io.tadoru.detection.Level;
import io.tadoru.detection.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class NoisyHostTest {
    private static final String HOST = "PC-0142";
    private static final int TOO_MANY = Weight.EVENTS_OF_A_CLASS + 300;

    @Test
    void onlyTheNewestOfItsNoiseAreAssembledAndItsAlertStays() {
        List<Integer> assembled = new ArrayList<>();
        List<HostMark> last = new ArrayList<>();
        try (Office office = new Office((host, marks, presence, decisions) -> remember(marks, assembled, last))) {
            office.hand("alert", -60 * 24, Level.HIGH, Stage.DETECTION, HOST);
            for (int i = 0; i < TOO_MANY; i++) {
                office.hand("e" + i, i, Level.HIGH, Stage.EXECUTION, HOST);
            }
            office.second();
        }
        assertThat(assembled).containsExactly(Weight.EVENTS_OF_A_CLASS + 1);
        assertThat(last).extracting(m -> m.mark().eventId()).contains("alert", "e" + (TOO_MANY - 1), "e300");
        assertThat(last).extracting(m -> m.mark().eventId()).doesNotContain("e299");
    }

    @Test
    void whatStreamAssemblesIsWhatBatchAssembles() {
        Random random = new Random(1);
        List<Integer> minutes = random.ints(TOO_MANY, 0, 40_000).boxed().toList();
        List<HostMark> last = new ArrayList<>();
        try (Office office =
                new Office((host, marks, presence, decisions) -> remember(marks, new ArrayList<>(), last))) {
            for (int i = 0; i < minutes.size(); i++) {
                office.hand("e" + i, minutes.get(i), Level.MEDIUM, Stage.DISCOVERY, HOST);
            }
            office.second();
        }
        List<Integer> events = IntStream.range(0, TOO_MANY).boxed().toList();
        List<Integer> batch = Weight.heaviest(events, i -> {
            var marks = CorrelateTopologyTest.marks("e" + i, Office.at(minutes.get(i)), Level.MEDIUM, Stage.DISCOVERY);
            return Weight.rank(marks.time(), marks.marks());
        });
        assertThat(last)
                .extracting(m -> m.mark().eventId())
                .containsExactlyInAnyOrderElementsOf(
                        batch.stream().map(i -> "e" + i).toList());
    }

    @Test
    void itWaitsTheLongerTheMoreItHasAndTheOthersDoNot() {
        List<String> hosts = new ArrayList<>();
        try (Office office = new Office((host, marks, presence, decisions) -> {
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
        assertThat(hosts).filteredOn("PC-0142"::equals).hasSize(2);
        assertThat(Duration.ofMillis(Pace.QUICK)).isEqualTo(HostProcessor.PAUSE);
    }

    @Test
    void theChainSaysThatThereIsMore() {
        try (Office office = new Office()) {
            for (int i = 0; i < TOO_MANY; i++) {
                office.hand("e" + i, i / 60, Level.HIGH, Stage.DETECTION, HOST);
            }
            office.second();
            assertThat(office.chains())
                    .isNotEmpty()
                    .allSatisfy(c -> assertThat(c)
                            .extractingByKey("detail")
                            .asInstanceOf(InstanceOfAssertFactories.MAP)
                            .containsEntry("host_events_beyond_at_least", 256L));
        }
    }

    private static List<Chain> remember(Collection<HostMark> marks, List<Integer> sizes, List<HostMark> last) {
        sizes.add(marks.size());
        last.clear();
        last.addAll(marks);
        return List.of();
    }
}
