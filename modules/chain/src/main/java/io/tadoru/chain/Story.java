package io.tadoru.chain;

import io.tadoru.detection.Artifact;
import io.tadoru.detection.Mark;
import io.tadoru.detection.Stage;
import io.tadoru.event.Layer;
import io.tadoru.event.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the nodes of one chain tell when read in order: what ran, what was quarantined, when the infection must have been. */
final class Story {
    private final List<Node> nodes;
    private final Set<String> judgedFiles = new HashSet<>();

    /** Nodes in order of time, all of one chain. */
    Story(List<Node> nodes) {
        this.nodes = nodes;
        nodes.stream()
                .filter(Node::tellsOfMalware)
                .flatMap(n -> files(n.mark()))
                .forEach(judgedFiles::add);
    }

    /** The endpoint protection put a file out of reach, first time. */
    Optional<Node> quarantine() {
        return nodes.stream()
                .filter(n -> n.layer() == Layer.EPP)
                .filter(n -> n.decided(Verdict.QUARANTINED) || n.decided(Verdict.CLEANED))
                .findFirst();
    }

    /** First line that proves the malware running: the judged file is started, or something speaks outside. */
    Optional<Node> proof() {
        Stream<Node> proofs = nodes.stream().filter(n -> startsJudgedFile(n) || n.speaksOutside());
        return proofs.findFirst().or(() -> nodes.stream().filter(Node::runs).findFirst());
    }

    boolean quarantinedFileRan() {
        return nodes.stream().anyMatch(this::startsJudgedFile);
    }

    private boolean startsJudgedFile(Node n) {
        return n.stage() == Stage.EXECUTION
                && n.layer() == Layer.EPP
                && starts(n)
                && files(n.mark()).anyMatch(judgedFiles::contains);
    }

    /**
     * The infection's bounds: from what led to the proof, or was last seen before it, to the proof itself. Of a contact
     * whose process was seen starting, that start is the proof, and what started first of its line led to it.
     */
    Range infected() {
        Optional<Node> proof = proof();
        List<Node> line =
                proof.filter(p -> !startsJudgedFile(p)).map(this::startedBefore).orElse(List.of());
        if (line.size() > 1) {
            return range(Optional.of(line.getLast()), Optional.of(line.getFirst()));
        }
        return range(proof.flatMap(p -> parentOf(p).or(() -> before(p))), proof);
    }

    private static Range range(Optional<Node> cause, Optional<Node> proof) {
        return new Range(
                cause.map(n -> n.mark().time()).orElse(null),
                proof.map(n -> n.mark().start()).orElse(null),
                cause.map(n -> n.mark().eventHash()).orElse(""),
                proof.map(n -> n.mark().eventHash()).orElse(""));
    }

    /** The starts that led to it, process by process, the latest first; two rules may speak of one. */
    private List<Node> startedBefore(Node proof) {
        Set<String> processes = new HashSet<>(processes(proof.mark()).toList());
        List<Node> line = new ArrayList<>();
        for (Node n : nodes.reversed()) {
            boolean led = n.stage() == Stage.EXECUTION
                    && starts(n)
                    && n.mark().time().isBefore(proof.mark().start())
                    && processes(n.mark()).anyMatch(processes::contains);
            if (led) {
                processes(n.mark()).forEach(processes::add);
                line.add(n);
            }
        }
        return line;
    }

    /** The line that shows the proof's parent process at work. */
    private Optional<Node> parentOf(Node proof) {
        Set<String> processes = new HashSet<>(processes(proof.mark()).toList());
        return nodes.stream()
                .takeWhile(n -> !n.equals(proof))
                .filter(n -> n.stage() == Stage.EXECUTION && starts(n))
                .filter(n -> processes(n.mark()).anyMatch(processes::contains))
                .reduce((earlier, later) -> later);
    }

    /** It names a process and its parent; what a process writes or speaks names itself alone. */
    private static boolean starts(Node n) {
        return processes(n.mark()).distinct().count() > 1;
    }

    /** Without a process tree: the first start before it, else what first ran, else the first delivery. */
    private Optional<Node> before(Node proof) {
        List<Node> earlier = nodes.stream().takeWhile(n -> !n.equals(proof)).toList();
        return earlier.stream()
                .filter(n -> n.stage() == Stage.EXECUTION && starts(n))
                .findFirst()
                .or(() -> earlier.stream().filter(n -> n.runs() || n.fetches()).findFirst())
                .or(() -> earlier.stream().filter(Node::delivers).findFirst());
    }

    List<Node> contacts() {
        return nodes.stream().filter(Node::speaksOutside).toList();
    }

    /** Something ran or spoke outside in a session that began after the quarantine. */
    boolean activeAfter(Instant quarantined) {
        return nodes.stream()
                .filter(Node::runs)
                .anyMatch(n -> n.fold().lastStart().isAfter(quarantined));
    }

    Status status() {
        Optional<Instant> quarantined = quarantine().map(n -> n.mark().time());
        if (quarantined.isPresent()) {
            return activeAfter(quarantined.get()) ? Status.ACTIVE_AFTER_QUARANTINE : Status.QUARANTINED;
        }
        boolean ran = nodes.stream().anyMatch(Node::runs);
        boolean refused = nodes.stream().anyMatch(n -> n.tellsOfMalware() && n.decided(Verdict.BLOCKED));
        return ran ? Status.ACTIVE : refused ? Status.STOPPED : Status.SUSPECTED;
    }

    boolean ranBeforeQuarantine() {
        return nodes.stream().anyMatch(Node::runs);
    }

    private static Stream<String> files(Mark mark) {
        return values(mark, Artifact.Type.FILE_PATH);
    }

    private static Stream<String> processes(Mark mark) {
        return values(mark, Artifact.Type.PROCESS);
    }

    private static Stream<String> values(Mark mark, Artifact.Type type) {
        return mark.artifacts().stream().filter(a -> a.type() == type).map(Artifact::value);
    }
}
