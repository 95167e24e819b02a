package io.tadoru.chain;

import io.tadoru.detection.Level;
import io.tadoru.detection.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What makes a chain of one kind, as {@code rules/chains/*.yml} says: how near two stages must be to be joined by time
 * alone, and what never joins.
 *
 * @param sameArtifactWithin how far apart two marks of one artifact may be
 * @param windows the pairs of stages that time alone may join
 * @param deliveries at most so many deliveries known by time only are named
 * @param hubs artifacts that join nothing: own and popular domains, tools that everybody has, the empty file's hash
 */
public record Definition(
        String id,
        String title,
        Level severity,
        Duration sameArtifactWithin,
        List<Window> windows,
        int deliveries,
        Set<String> hubs) {

    /** A mark of stage {@code from} and a later one of stage {@code to} belong together when at most {@code within} apart. */
    public record Window(Stage from, Stage to, Duration within) {}

    public Definition {
        windows = List.copyOf(windows);
        hubs = Set.copyOf(hubs);
    }

    Optional<Duration> window(Stage from, Stage to) {
        return windows.stream()
                .filter(w -> w.from() == from && w.to() == to)
                .map(Window::within)
                .findFirst();
    }
}
