package io.tadoru.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * For each node but the root's, the edge by which it hangs on the root: strongest edges first, as far as they reach.
     */
    static Map<Integer, Edge> tree(int root, List<Edge> edges) {
        Map<Integer, Edge> by = new HashMap<>();
        List<Edge> left = new ArrayList<>(edges);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Edge e : left) {
                boolean a = e.a() == root || by.containsKey(e.a());
                boolean b = e.b() == root || by.containsKey(e.b());
                if (a != b) {
                    by.put(a ? e.b() : e.a(), e);
                    grown = true;
                    break;
                }
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
