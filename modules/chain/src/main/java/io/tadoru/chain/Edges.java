package io.tadoru.chain;

import io.tadoru.detection.Artifact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the edges between a host's nodes, each with its grade and reason. */
final class Edges {
    private final List<Node> nodes;
    private final Definition definition;

    private Edges(List<Node> nodes, Definition definition) {
        this.nodes = nodes;
        this.definition = definition;
    }

    /** The strongest edge of each pair that has one; nodes are in order of time. */
    static List<Edge> between(List<Node> nodes, Definition definition) {
        return new Edges(nodes, definition).all();
    }

    private List<Edge> all() {
        Map<Long, Edge> best = new HashMap<>();
        byArtifact().forEach(e -> keepStrongest(best, e));
        NearInTime.edges(nodes, definition).forEach(e -> keepStrongest(best, e));
        return best.values().stream().sorted(Edge.STRONGEST).toList();
    }

    private static void keepStrongest(Map<Long, Edge> best, Edge edge) {
        long pair = (long) edge.a() << 32 | edge.b();
        best.merge(pair, edge, (x, y) -> Edge.STRONGEST.compare(x, y) <= 0 ? x : y);
    }

    private List<Edge> byArtifact() {
        Map<Artifact, List<Integer>> holders = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            for (Artifact artifact : nodes.get(i).mark().artifacts()) {
                if (joins(artifact)) {
                    holders.computeIfAbsent(bare(artifact), k -> new ArrayList<>())
                            .add(i);
                }
            }
        }
        List<Edge> edges = new ArrayList<>();
        holders.forEach((artifact, who) -> neighbours(artifact, who, edges));
        return edges;
    }

    /** Each holder with the next one is enough: they form one component, and it stays linear. */
    private void neighbours(Artifact artifact, List<Integer> who, List<Edge> edges) {
        for (int i = 1; i < who.size(); i++) {
            int a = who.get(i - 1);
            int b = who.get(i);
            if (a != b && gap(a, b).compareTo(definition.sameArtifactWithin()) <= 0) {
                edges.add(edge(a, b, artifact));
            }
        }
    }

    private Edge edge(int a, int b, Artifact artifact) {
        boolean cause = artifact.type() == Artifact.Type.PROCESS
                || (artifact.type() == Artifact.Type.FILE_PATH
                        && (nodes.get(a).tellsOfMalware() || nodes.get(b).tellsOfMalware()));
        Grade grade = cause ? Grade.RECORDED_CAUSE : Grade.SAME_ARTIFACT;
        return new Edge(
                a,
                b,
                grade,
                artifact.type().compareTo(Artifact.Type.HASH),
                reason(artifact, cause),
                gap(a, b).toMillis());
    }

    private static String reason(Artifact artifact, boolean cause) {
        return switch (artifact.type()) {
            case PROCESS -> "same process tree";
            case FILE_PATH -> (cause ? "the endpoint protection names the file " : "same file ") + artifact.value();
            case HASH -> "same hash " + artifact.value();
            case MESSAGE -> "same message " + artifact.value();
            case URL -> "same URL " + artifact.value();
            case DOMAIN -> "same domain " + artifact.value();
            case ADDRESS -> "same outside address " + artifact.value();
            case FILE_NAME -> "same file name " + artifact.value();
            case SENDER -> "same sender " + artifact.value();
            case THREAT -> "same threat " + artifact.value();
        };
    }

    private boolean joins(Artifact artifact) {
        return switch (artifact.type()) {
            case SENDER -> false;
            case FILE_PATH -> !ownedBySystem(artifact.value());
            case HASH, MESSAGE, PROCESS, URL, DOMAIN, ADDRESS, FILE_NAME, THREAT ->
                artifact.malicious() || !definition.hubs().contains(artifact.value());
        };
    }

    private static boolean ownedBySystem(String path) {
        return Set.of("c:\\windows\\", "c:\\program files\\", "c:\\program files (x86)\\").stream()
                .anyMatch(path::startsWith);
    }

    /** Malicious or not, it is the same thing. */
    private static Artifact bare(Artifact artifact) {
        return new Artifact(artifact.type(), artifact.value(), false);
    }

    private Duration gap(int a, int b) {
        return Duration.between(nodes.get(a).mark().time(), nodes.get(b).mark().time());
    }
}
