package io.tadoru.chain;

import io.tadoru.event.Layer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which deliveries belong to what ran. One that shares an artifact with it does; only where none does, those near in time
 * are kept, the nearest first, as candidates.
 */
final class Deliveries {
    private Deliveries() {}

    /** The edges without those that hang a delivery on something by time alone, unless nothing better is known. */
    static List<Edge> choose(List<Node> nodes, List<Edge> edges, Definition definition) {
        List<Edge> kept = new ArrayList<>(
                edges.stream().filter(e -> !weakDelivery(nodes, e)).toList());
        List<List<Integer>> groups = Components.of(nodes.size(), kept);
        int[] groupOf = new int[nodes.size()];
        for (int g = 0; g < groups.size(); g++) {
            for (int i : groups.get(g)) {
                groupOf[i] = g;
            }
        }
        Set<Integer> explained = new HashSet<>();
        for (int i = 0; i < nodes.size(); i++) {
            if (cameFromOutside(nodes.get(i)) && groups.get(groupOf[i]).size() > 1) {
                explained.add(groupOf[i]);
            }
        }
        candidates(nodes, edges, groupOf, explained)
                .values()
                .forEach(list -> list.stream()
                        .sorted(Comparator.comparingLong(Edge::millis).thenComparing(Edge.STRONGEST))
                        .limit(definition.deliveries())
                        .forEach(kept::add));
        return kept.stream().sorted(Edge.STRONGEST).toList();
    }

    /** For each group without a delivery, the nearest edge to each delivery that time allows. */
    private static Map<Integer, List<Edge>> candidates(
            List<Node> nodes, List<Edge> edges, int[] groupOf, Set<Integer> explained) {
        Map<Integer, Map<Integer, Edge>> nearest = new TreeMap<>();
        for (Edge e : edges) {
            if (weakDelivery(nodes, e) && !explained.contains(groupOf[e.b()])) {
                nearest.computeIfAbsent(groupOf[e.b()], k -> new TreeMap<>())
                        .merge(e.a(), e, (x, y) -> x.millis() <= y.millis() ? x : y);
            }
        }
        Map<Integer, List<Edge>> lists = new TreeMap<>();
        nearest.forEach((group, byDelivery) -> lists.put(group, List.copyOf(byDelivery.values())));
        return lists;
    }

    /** A document opened on the host is a step of the way in, not what brought it. */
    private static boolean cameFromOutside(Node n) {
        return n.delivers() && n.layer() != Layer.EPP;
    }

    private static boolean weakDelivery(List<Node> nodes, Edge e) {
        return !e.strong() && nodes.get(e.a()).delivers() && !nodes.get(e.b()).delivers();
    }
}
