package io.tadoru.chain;

import io.tadoru.detection.Mark;
import io.tadoru.event.Sha256;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The lines that a chain is named after, was, or could be: whatever name people knew it by, one of these made it. Chains
 * merge and split as lines arrive, but a line that once was an anchor stays in the set.
 *
 * @param own the chain's id
 * @param folds those whose lines could be its anchor; empty for a chain of refused attempts, which is named after its day
 */
public record Anchors(String own, String host, List<Fold> folds) {
    public Anchors {
        folds = List.copyOf(folds);
    }

    /** Of these nodes, also the lines that stand behind another of their fold, as far as it keeps them. */
    static Anchors of(String own, String host, Collection<Node> nodes, Definition definition) {
        return new Anchors(
                own,
                host,
                nodes.stream().filter(definition::couldAnchor).map(Node::fold).toList());
    }

    /** Those of these chain ids that one of the lines makes. */
    Stream<String> among(Set<String> ids) {
        return ids.isEmpty()
                ? Stream.empty()
                : folds.stream()
                        .flatMap(f -> f.lines().stream().map(line -> id(host, f, line)))
                        .filter(ids::contains);
    }

    private static String id(String host, Fold fold, Fold.Line line) {
        return id(host, fold.first().mark().rule().id(), line.time().toString(), line.hash());
    }

    /** Of host, anchor's rule, anchor's event time and hash: no id of this installation is in it. */
    static String id(String host, Mark anchor) {
        return id(host, anchor.rule().id(), anchor.time().toString(), anchor.eventHash());
    }

    private static String id(String... parts) {
        return Sha256.hex(String.join("|", parts)).substring(0, 32);
    }
}
