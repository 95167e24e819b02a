package io.tadoru.chain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * From the set of a host's marks to its chains: the last step of thought on a line's walk. Pure, and blind to the order in
 * which marks are given. Each definition in turn looks at the marks that those before it have left.
 */
public final class Assembler {
    private final List<Definition> definitions;

    public Assembler(List<Definition> definitions) {
        this.definitions = List.copyOf(definitions);
    }

    /** With nothing decided, and nothing known of the host but its marks. */
    public List<Chain> assemble(String host, Collection<HostMark> marks) {
        return assemble(host, marks, Presence.UNKNOWN, List.of());
    }

    /**
     * All chains of the host, by definition, each group in order of time.
     *
     * @param presence when the host itself was heard
     * @param decided on chains of this host, and all entries of the allow-list; others are passed over
     */
    public List<Chain> assemble(
            String host, Collection<HostMark> marks, Presence presence, Collection<Decision> decided) {
        return assembleFolds(host, FoldBook.folds(marks), presence, decided);
    }

    /** The same of marks that are folded already. */
    public List<Chain> assembleFolds(
            String host, Collection<Fold> folds, Presence presence, Collection<Decision> decided) {
        Decisions decisions = Decisions.of(host, decided);
        List<Chain> chains = chains(host, Node.ofFolds(folds), presence, decisions);
        Map<String, List<Decision>> upon = decisions.upon(chains);
        return chains.stream()
                .map(c -> c.with(new Decided(
                        upon.getOrDefault(c.id(), List.of()), c.decided().allowedBy(), c.last())))
                .toList();
    }

    private List<Chain> chains(String host, List<Node> nodes, Presence presence, Decisions decisions) {
        List<Chain> chains = new ArrayList<>();
        List<Node> left = nodes;
        for (Definition definition : definitions) {
            List<Node> looked = left.stream().filter(definition::looksAt).toList();
            ChainMaker maker = new ChainMaker(definition, host, presence, decisions);
            // By identity: a node's own hash reads all its artifacts and lines.
            Set<Node> used = Collections.newSetFromMap(new IdentityHashMap<>());
            if (definition.telling() == Definition.Telling.REFUSED) {
                chains.addAll(maker.refused(looked));
                used.addAll(looked);
            } else {
                chains.addAll(joined(definition, looked, maker, used));
            }
            left = left.stream().filter(n -> !used.contains(n)).toList();
        }
        return chains;
    }

    private static List<Chain> joined(Definition definition, List<Node> nodes, ChainMaker maker, Set<Node> used) {
        List<Edge> edges = Deliveries.choose(nodes, Edges.between(nodes, definition), definition);
        List<List<Edge>> atNodes = Components.atNodes(nodes.size(), edges);
        List<Chain> chains = new ArrayList<>();
        for (List<Integer> group : Components.of(nodes.size(), edges)) {
            anchor(definition, nodes, group, atNodes).ifPresent(anchor -> {
                group.forEach(i -> used.add(nodes.get(i)));
                chains.add(maker.joined(nodes, group, atNodes, anchor));
            });
        }
        return chains;
    }

    private static Optional<Integer> anchor(
            Definition definition, List<Node> nodes, List<Integer> group, List<List<Edge>> atNodes) {
        if (!begins(definition, nodes, group)) {
            return Optional.empty();
        }
        return definition.anchors().stream()
                .flatMap(a -> a.among(nodes, group, atNodes).stream())
                .findFirst();
    }

    private static boolean begins(Definition definition, List<Node> nodes, List<Integer> group) {
        return definition.begins().isEmpty()
                || group.stream()
                        .map(nodes::get)
                        .filter(n -> !n.delivers())
                        .findFirst()
                        .filter(n -> definition.begins().contains(n.stage()))
                        .isPresent();
    }
}
