package io.tadoru.chain;

import io.tadoru.detection.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The edges that nothing but time gives. Of all pairs within a window only the nearest are drawn, and those that keep
 * connected what all pairs together would connect: work grows with the number of nodes, not with its square.
 */
final class NearInTime {
    /** Logs have seconds, and clocks of their own: what happens at once may be written in either order. */
    private static final Duration AT_ONCE = Duration.ofSeconds(5);
    /** A delivery is a candidate for at most so many later nodes of a stage, the nearest. */
    private static final int AFTER_A_DELIVERY = 50;

    private final List<Node> nodes;
    private final List<Edge> edges = new ArrayList<>();

    private NearInTime(List<Node> nodes) {
        this.nodes = nodes;
    }

    /** Nodes are in order of time. */
    static List<Edge> edges(List<Node> nodes, Definition definition) {
        NearInTime near = new NearInTime(nodes);
        Map<Stage, NavigableSet<Integer>> stages = near.stages();
        stages.forEach((from, earlier) -> stages.forEach(
                (to, later) -> within(definition, from, to).ifPresent(w -> near.pair(from, earlier, later, w))));
        return near.edges;
    }

    private Map<Stage, NavigableSet<Integer>> stages() {
        Map<Stage, NavigableSet<Integer>> stages = new EnumMap<>(Stage.class);
        for (int i = 0; i < nodes.size(); i++) {
            if (!nodes.get(i).stoppedAttempt()) {
                stages.computeIfAbsent(nodes.get(i).stage(), k -> new TreeSet<>())
                        .add(i);
            }
        }
        return stages;
    }

    private static Optional<Duration> within(Definition definition, Stage from, Stage to) {
        return definition
                .window(from, to)
                .or(() -> definition.window(to, from).map(w -> w.compareTo(AT_ONCE) < 0 ? w : AT_ONCE));
    }

    private void pair(Stage from, NavigableSet<Integer> earlier, NavigableSet<Integer> later, Duration within) {
        if (from == Stage.INITIAL_ACCESS || from == Stage.IMPERSONATION) {
            earlier.forEach(a ->
                    later.tailSet(a, false).stream().limit(AFTER_A_DELIVERY).forEach(b -> draw(a, b, within)));
            return;
        }
        earlier.forEach(a -> draw(a, later.higher(a), within));
        for (int b : later) {
            draw(earlier.lower(b), b, within);
            // Two nodes that share an earlier one are connected through it, though neither may be its nearest.
            Integer before = later.lower(b);
            draw(before == null ? null : earlier.lower(before), b, within);
        }
    }

    private void draw(@Nullable Integer a, @Nullable Integer b, Duration within) {
        if (a == null || b == null) {
            return;
        }
        Duration gap =
                Duration.between(nodes.get(a).mark().time(), nodes.get(b).mark().time());
        if (gap.compareTo(within) <= 0) {
            edges.add(new Edge(a, b, Grade.SAME_HOST_AND_TIME, 0, Words.apart(gap) + " apart", gap.toMillis()));
        }
    }
}
