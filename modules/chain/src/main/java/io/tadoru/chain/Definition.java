package io.tadoru.chain;

import io.tadoru.detection.Level;
import io.tadoru.detection.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What makes a chain of one kind, as {@code rules/chains/*.yml} says: what it is named after, how near two stages must be to
 * be joined by time alone, and what never joins.
 *
 * @param order definitions look at a host's marks in this order; what one has taken the next does not see
 * @param telling in which words such a chain is told
 * @param anchors one of them must be there; those named first are looked for first
 * @param begins the part its first mark must play, other than a delivery; empty for any
 * @param stages the marks it looks at; empty for all
 * @param sameArtifactWithin how far apart two marks of one artifact may be
 * @param windows the pairs of stages that time alone may join
 * @param deliveries at most so many deliveries known by time only are named
 * @param hubs artifacts that join nothing: own and popular domains, tools that everybody has, the empty file's hash
 */
public record Definition(
        String id,
        String title,
        int order,
        Telling telling,
        Level severity,
        List<Anchor> anchors,
        Set<Stage> begins,
        Set<Stage> stages,
        Duration sameArtifactWithin,
        List<Window> windows,
        int deliveries,
        Set<String> hubs) {

    /** A mark of stage {@code from} and a later one of stage {@code to} belong together when at most {@code within} apart. */
    public record Window(Stage from, Stage to, Duration within) {}

    /** In which words a chain is told. */
    public enum Telling {
        INFECTION,
        /** Entered from another host of the office. */
        LATERAL,
        /** A stranger uses an account; no host is said to be infected. */
        ACCOUNT,
        /** Mail in our people's names. */
        IMPERSONATION,
        /** Refused before anything ran: one chain for all of a host's day. */
        REFUSED
    }

    public Definition {
        anchors = List.copyOf(anchors);
        begins = Set.copyOf(begins);
        stages = Set.copyOf(stages);
        windows = List.copyOf(windows);
        hubs = Set.copyOf(hubs);
    }

    Optional<Duration> window(Stage from, Stage to) {
        return windows.stream()
                .filter(w -> w.from() == from && w.to() == to)
                .map(Window::within)
                .findFirst();
    }

    boolean looksAt(Node node) {
        return telling == Telling.REFUSED ? node.stoppedAttempt() : stages.isEmpty() || stages.contains(node.stage());
    }

    /** A chain may be named after it, or was when less was known. */
    boolean couldAnchor(Node node) {
        return anchors.stream().anyMatch(a -> a.couldBe(node));
    }
}
