package io.tadoru.chain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All that was decided about a host, each decision once and in order of its own time: how they arrived does not matter. */
final class Decisions {
    private final Map<String, List<Decision>> byChain;
    private final Allowances allowances;

    private Decisions(Map<String, List<Decision>> byChain, Allowances allowances) {
        this.byChain = byChain;
        this.allowances = allowances;
    }

    static Decisions of(String host, Collection<Decision> decisions) {
        List<Decision> each = once(decisions);
        Map<String, List<Decision>> byChain = each.stream()
                .filter(d -> d.kind() != Decision.Kind.ALLOW && d.host().equals(host))
                .collect(Collectors.groupingBy(Decision::chain, LinkedHashMap::new, Collectors.toList()));
        return new Decisions(byChain, Allowances.of(host, each));
    }

    private static List<Decision> once(Collection<Decision> decisions) {
        Set<String> seen = new HashSet<>();
        return decisions.stream()
                .sorted(Decision.ORDER)
                .filter(d -> seen.add(d.id()))
                .toList();
    }

    /** Which of them belong to each chain, by chain id. */
    Map<String, List<Decision>> upon(List<Chain> chains) {
        Map<String, List<Decision>> upon = new LinkedHashMap<>();
        Holders.of(chains, byChain.keySet())
                .forEach((made, holder) -> upon.computeIfAbsent(holder, k -> new ArrayList<>())
                        .addAll(byChain.getOrDefault(made, List.of())));
        upon.values().forEach(list -> list.sort(Decision.ORDER));
        return upon;
    }

    /** By which entries the chain of these nodes is hidden. */
    List<String> allowing(List<Node> nodes, Definition definition) {
        List<Node> could = nodes.stream().filter(definition::couldAnchor).toList();
        return allowances.covering(could.isEmpty() ? nodes : could);
    }
}
