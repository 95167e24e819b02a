package io.tadoru.chain;

import io.tadoru.detection.Artifact;
import io.tadoru.detection.Mark;
import io.tadoru.detection.Stage;
import io.tadoru.event.Layer;
import io.tadoru.event.Verdict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One or many equal marks of a host: same rule, artifacts and verdict within one event hour, with exact count. Assembly
 * draws its edges between nodes.
 *
 * @param first the earliest of them, which stands for all
 * @param last event time of the latest
 * @param all of them, in order
 */
record Node(HostMark first, Instant last, List<HostMark> all) {

    private record Key(Instant hour, String rule, Layer layer, String verdict, List<Artifact> artifacts) {
        static Key of(Mark m) {
            return new Key(
                    m.time().truncatedTo(ChronoUnit.HOURS),
                    m.rule().id(),
                    m.layer(),
                    m.decided().map(Verdict::text).orElse(""),
                    m.artifacts());
        }
    }

    /** The nodes of these marks, in order of their first marks. */
    static List<Node> fold(Collection<HostMark> marks) {
        Map<Key, List<HostMark>> equal = new LinkedHashMap<>();
        marks.stream()
                .sorted(HostMark.ORDER)
                .forEach(m -> equal.computeIfAbsent(Key.of(m.mark()), k -> new ArrayList<>())
                        .add(m));
        return equal.values().stream().map(Node::of).collect(Collectors.toCollection(ArrayList::new));
    }

    private static Node of(List<HostMark> all) {
        return new Node(all.getFirst(), all.getLast().mark().time(), List.copyOf(all));
    }

    /** Hashes of the lines that stand behind the first, as many as evidence keeps. */
    List<String> folded() {
        return all.stream()
                .skip(1)
                .limit(Evidence.MOST_FOLDED)
                .map(m -> m.mark().eventHash())
                .toList();
    }

    int count() {
        return all.size();
    }

    Mark mark() {
        return first.mark();
    }

    Stage stage() {
        return mark().stage();
    }

    Layer layer() {
        return mark().layer();
    }

    boolean decided(Verdict verdict) {
        return mark().verdict() == verdict;
    }

    /** Something on the host called it bad, or acted. */
    boolean tellsOfMalware() {
        return stage() == Stage.DETECTION || stage() == Stage.RESPONSE;
    }

    /** A way in from outside. */
    boolean delivers() {
        return stage() == Stage.INITIAL_ACCESS || stage() == Stage.IMPERSONATION;
    }

    /** Refused on its way in: nothing came of it. A refused contact outward is no such thing: it proves that something runs. */
    boolean stoppedAttempt() {
        return decided(Verdict.BLOCKED) && !speaksOutside() && layer() != Layer.EPP;
    }

    boolean speaksOutside() {
        return stage() == Stage.COMMAND_AND_CONTROL || stage() == Stage.EXFILTRATION;
    }

    /** Somebody entered with an account's password. */
    boolean logsOn() {
        return layer() == Layer.IDENTITY && stage() == Stage.INITIAL_ACCESS;
    }

    boolean sameRule(Node other) {
        return mark().rule().id().equals(other.mark().rule().id());
    }

    /** Code ran, or acted, on the host. */
    boolean runs() {
        return switch (stage()) {
            case EXECUTION,
                    PERSISTENCE,
                    PRIVILEGE_ESCALATION,
                    DEFENSE_EVASION,
                    CREDENTIAL_ACCESS,
                    DISCOVERY,
                    LATERAL_MOVEMENT,
                    COLLECTION,
                    IMPACT -> !decided(Verdict.BLOCKED);
            case COMMAND_AND_CONTROL, EXFILTRATION -> true;
            case RECONNAISSANCE, RESOURCE_DEVELOPMENT, INITIAL_ACCESS, DETECTION, RESPONSE, IMPERSONATION -> false;
        };
    }
}
