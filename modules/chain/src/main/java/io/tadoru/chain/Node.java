package io.tadoru.chain;

import io.tadoru.detection.Mark;
import io.tadoru.detection.Stage;
import io.tadoru.event.Layer;
import io.tadoru.event.Verdict;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** A fold in the eyes of assembly, which draws its edges between nodes: what part it plays in a story. */
record Node(Fold fold) {
    /** Of these marks, in order of their first ones. */
    static List<Node> of(Collection<HostMark> marks) {
        return ofFolds(FoldBook.folds(marks));
    }

    static List<Node> ofFolds(Collection<Fold> folds) {
        return folds.stream()
                .map(Node::new)
                .sorted(Comparator.comparing(Node::first, HostMark.ORDER))
                .toList();
    }

    HostMark first() {
        return fold.first();
    }

    Instant last() {
        return fold.last();
    }

    /** Hashes of the lines that stand behind the first, as many as evidence keeps. */
    List<String> folded() {
        return fold.lines().stream().skip(1).map(Fold.Line::hash).toList();
    }

    int count() {
        return fold.count();
    }

    Mark mark() {
        return first().mark();
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
        return layer() == Layer.MAIL
                ? decided(Verdict.BLOCKED) || decided(Verdict.QUARANTINED)
                : decided(Verdict.BLOCKED) && !speaksOutside() && layer() != Layer.EPP;
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

    /** Something ran or spoke outside in a session that began after that. */
    boolean runsAfter(Instant quarantined) {
        return runs() && fold.lastStart().isAfter(quarantined);
    }

    /** A program came in past a gateway; whether it was started no gateway sees. */
    boolean fetches() {
        return stage() == Stage.EXECUTION && (layer() == Layer.SWG || layer() == Layer.FIREWALL);
    }

    /** Code ran, or acted, on the host. */
    boolean runs() {
        return switch (stage()) {
            case EXECUTION -> !fetches() && !decided(Verdict.BLOCKED);
            case PERSISTENCE,
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
