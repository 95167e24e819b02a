package io.tadoru.chain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;

/** The allow-list as it holds on one host: hides a chain and says by which entries, and never deletes a line. */
final class Allowances {
    private final Map<Allowed, List<Entry>> entries = new HashMap<>();

    private record Entry(String caseNumber, Instant until) {}

    private Allowances() {}

    /** Of all entries ever made, in any order: of each case number the newest holds, if it is for this host. */
    static Allowances of(String host, Collection<Decision> decisions) {
        Map<String, Decision> newest = new TreeMap<>();
        decisions.stream()
                .filter(d -> d.kind() == Decision.Kind.ALLOW)
                .forEach(d -> newest.merge(d.caseNumber(), d, BinaryOperator.maxBy(Decision.ORDER)));
        Allowances holding = new Allowances();
        newest.values().stream()
                .filter(d -> d.host().isEmpty() || d.host().equals(host))
                .forEach(holding::add);
        return holding;
    }

    /** An entry without an end, or one that names nothing, allows nothing. */
    private void add(Decision d) {
        Instant until = d.until();
        String allows = d.allows();
        if (until != null && allows != null) {
            parsed(allows)
                    .ifPresent(a ->
                            entries.computeIfAbsent(a, k -> new ArrayList<>()).add(new Entry(d.caseNumber(), until)));
        }
    }

    private static Optional<Allowed> parsed(String allows) {
        try {
            return Optional.of(Allowed.parse(allows));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** By which entries all these nodes are allowed; none when only some of them are. */
    List<String> covering(List<Node> nodes) {
        if (entries.isEmpty() || nodes.isEmpty()) {
            return List.of();
        }
        TreeSet<String> by = new TreeSet<>();
        for (Node n : nodes) {
            List<String> one = covering(n);
            if (one.isEmpty()) {
                return List.of();
            }
            by.addAll(one);
        }
        return List.copyOf(by);
    }

    /** Lines of one node differ in their times only, so the latest speaks for all. */
    private List<String> covering(Node n) {
        return Allowed.of(n.mark())
                .flatMap(a -> entries.getOrDefault(a, List.of()).stream())
                .filter(e -> !n.last().isAfter(e.until()))
                .map(Entry::caseNumber)
                .toList();
    }
}
