package io.tadoru.chain;

import java.util.Comparator;

/**
 * Why two nodes belong together.
 *
 * @param a index of the earlier node
 * @param b index of the later node
 * @param rank orders within a grade: a hash says more than a file name
 * @param millis between the two
 */
record Edge(int a, int b, Grade grade, int rank, String reason, long millis) {
    static final Comparator<Edge> STRONGEST = Comparator.comparing(Edge::grade)
            .thenComparingInt(Edge::rank)
            .thenComparingLong(Edge::millis)
            .thenComparingInt(Edge::a)
            .thenComparingInt(Edge::b);

    int other(int node) {
        return node == a ? b : a;
    }

    boolean strong() {
        return grade != Grade.SAME_HOST_AND_TIME;
    }
}
