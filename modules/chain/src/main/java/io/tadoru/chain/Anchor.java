package io.tadoru.chain;

import io.tadoru.detection.Level;
import io.tadoru.detection.Stage;
import io.tadoru.event.Layer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a chain can be named after: a mark that makes marks a chain, perhaps only beside others. What an indicator's source
 * doubts is never one.
 *
 * @param stages the parts it may play
 * @param layers the layers it may be of; empty for any
 * @param level the least level of its rule
 * @param indicator only what a confirmed indicator knows
 * @param lines so many lines like it must be in the chain
 * @param withAny one of these parts must be played by another mark of the chain; empty for none
 * @param withAll each of these parts must be played by another mark, reached by recorded causes alone
 */
public record Anchor(
        Set<Stage> stages,
        Set<Layer> layers,
        Level level,
        boolean indicator,
        int lines,
        Set<Stage> withAny,
        Set<Stage> withAll) {
    public Anchor {
        stages = Set.copyOf(stages);
        layers = Set.copyOf(layers);
        withAny = Set.copyOf(withAny);
        withAll = Set.copyOf(withAll);
    }

    /** By itself; what must stand beside it may come later. */
    boolean couldBe(Node node) {
        return stages.contains(node.stage())
                && (layers.isEmpty() || layers.contains(node.layer()))
                && node.mark().rule().level().compareTo(level) >= 0
                && !node.mark().rule().isDoubtful()
                && (!indicator || node.mark().rule().isIndicator());
    }

    /** The first node of a component, in order of time, that is such an anchor. */
    Optional<Integer> among(List<Node> nodes, List<Integer> group, List<List<Edge>> atNodes) {
        List<Integer> like = group.stream().filter(i -> couldBe(nodes.get(i))).toList();
        if (like.stream().mapToInt(i -> nodes.get(i).count()).sum() < lines || !accompanied(like, nodes, group)) {
            return Optional.empty();
        }
        return like.stream()
                .filter(i -> withAll.isEmpty() || caused(i, nodes, atNodes))
                .findFirst();
    }

    /** One line that two rules see differently does not accompany itself. */
    private boolean accompanied(List<Integer> like, List<Node> nodes, List<Integer> group) {
        Set<String> own =
                like.stream().map(i -> nodes.get(i).mark().eventHash()).collect(Collectors.toSet());
        return withAny.isEmpty()
                || group.stream()
                        .map(nodes::get)
                        .filter(n -> withAny.contains(n.stage()) && !n.stoppedAttempt())
                        .anyMatch(n -> !own.contains(n.mark().eventHash()));
    }

    private boolean caused(int i, List<Node> nodes, List<List<Edge>> atNodes) {
        Set<Integer> reached = new HashSet<>(Set.of(i));
        List<Integer> next = List.of(i);
        while (!next.isEmpty()) {
            next = next.stream()
                    .flatMap(at -> atNodes.get(at).stream()
                            .filter(e -> e.grade() == Grade.RECORDED_CAUSE)
                            .map(e -> e.other(at)))
                    .filter(reached::add)
                    .toList();
        }
        return withAll.stream()
                .allMatch(stage -> reached.stream()
                        .anyMatch(r -> r != i
                                && nodes.get(r).stage() == stage
                                && !nodes.get(r).sameRule(nodes.get(i))));
    }
}
