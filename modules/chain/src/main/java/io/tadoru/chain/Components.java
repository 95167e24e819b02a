package io.tadoru.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Groups nodes that edges connect. */
final class Components {
    private final int[] parent;

    private Components(int size) {
        parent = IntStream.range(0, size).toArray();
    }

    /** The groups, each in order, themselves in order of their first node. */
    static List<List<Integer>> of(int size, List<Edge> edges) {
        Components c = new Components(size);
        edges.forEach(e -> c.join(e.a(), e.b()));
        Map<Integer, List<Integer>> groups = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            groups.computeIfAbsent(c.root(i), k -> new ArrayList<>()).add(i);
        }
        return new ArrayList<>(groups.values());
    }

    /** The edges at each node, to be made once for all trees. */
    static List<List<Edge>> atNodes(int size, List<Edge> edges) {
        List<List<Edge>> at = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            at.add(new ArrayList<>());
        }
        edges.forEach(e -> {
            at.get(e.a()).add(e);
            at.get(e.b()).add(e);
        });
        return at;
    }

    /** For each node but the root, the edge by which it hangs on the root: strongest edges first (Prim's algorithm). */
    static Map<Integer, Edge> tree(int root, List<List<Edge>> atNodes) {
        Map<Integer, Edge> by = new HashMap<>();
        PriorityQueue<Edge> next = new PriorityQueue<>(Edge.STRONGEST);
        next.addAll(atNodes.get(root));
        for (Edge e = next.poll(); e != null; e = next.poll()) {
            boolean a = e.a() == root || by.containsKey(e.a());
            boolean b = e.b() == root || by.containsKey(e.b());
            if (a != b) {
                int reached = a ? e.b() : e.a();
                by.put(reached, e);
                next.addAll(atNodes.get(reached));
            }
        }
        return by;
    }

    private void join(int a, int b) {
        int ra = root(a);
        int rb = root(b);
        parent[Math.max(ra, rb)] = Math.min(ra, rb);
    }

    private int root(int i) {
        int r = i;
        while (parent[r] != r) {
            parent[r] = parent[parent[r]];
            r = parent[r];
        }
        return r;
    }
}
