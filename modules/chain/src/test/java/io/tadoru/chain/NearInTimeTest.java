package io.tadoru.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.detection.Stage;
import io.tadoru.event.Layer;
import io.tadoru.event.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NearInTimeTest {
    private static final List<Stage> STAGES =
            List.of(Stage.EXECUTION, Stage.COMMAND_AND_CONTROL, Stage.DETECTION, Stage.RESPONSE, Stage.DISCOVERY);

    @Test
    void theFewEdgesConnectExactlyWhatAllPairsWouldConnect() {
        for (int seed = 0; seed < 400; seed++) {
            List<Node> nodes = nodes(new Random(seed));
            assertThat(Components.of(nodes.size(), NearInTime.edges(nodes, Incident.DEFINITION)))
                    .as("seed " + seed)
                    .isEqualTo(Components.of(nodes.size(), allPairs(nodes)));
        }
    }

    private static List<Node> nodes(Random random) {
        List<HostMark> marks = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(40); i++) {
            String at = "%02d:%02d:%02d".formatted(random.nextInt(10), random.nextInt(60), random.nextInt(60));
            Stage stage = STAGES.get(random.nextInt(STAGES.size()));
            marks.add(Incident.mark(at, Layer.EPP, Verdict.DETECTED, stage, "r" + i));
        }
        return Node.of(marks);
    }

    /** The definition of it, slowly. */
    private static List<Edge> allPairs(List<Node> nodes) {
        List<Edge> edges = new ArrayList<>();
        for (int a = 0; a < nodes.size(); a++) {
            for (int b = a + 1; b < nodes.size(); b++) {
                Duration gap = Duration.between(
                        nodes.get(a).mark().time(), nodes.get(b).mark().time());
                if (window(nodes.get(a).stage(), nodes.get(b).stage())
                        .filter(w -> gap.compareTo(w) <= 0)
                        .isPresent()) {
                    edges.add(new Edge(a, b, Grade.SAME_HOST_AND_TIME, 0, "", gap.toMillis()));
                }
            }
        }
        return edges;
    }

    private static Optional<Duration> window(Stage from, Stage to) {
        Duration atOnce = Duration.ofSeconds(5);
        return Incident.DEFINITION
                .window(from, to)
                .or(() -> Incident.DEFINITION.window(to, from).map(w -> w.compareTo(atOnce) < 0 ? w : atOnce));
    }
}
