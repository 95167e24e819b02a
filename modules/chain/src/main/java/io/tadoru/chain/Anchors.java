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
 * @param marks those that could be its anchor; empty for a chain of refused attempts, which is named after its day
 */
public record Anchors(String own, String host, List<Mark> marks) {
    public Anchors {
        marks = List.copyOf(marks);
    }

    /** All lines of these nodes, also those that stand behind another of their fold. */
    static Anchors of(String own, String host, Collection<Node> nodes, Definition definition) {
        List<Mark> could = nodes.stream()
                .filter(definition::couldAnchor)
                .flatMap(n -> n.all().stream())
                .map(HostMark::mark)
                .toList();
        return new Anchors(own, host, could);
    }

    /** Those of these chain ids that one of the lines makes. */
    Stream<String> among(Set<String> ids) {
        return ids.isEmpty()
                ? Stream.empty()
                : marks.stream().map(m -> id(host, m)).filter(ids::contains);
    }

    /** Of host, anchor's rule, anchor's event time and hash: no id of this installation is in it. */
    static String id(String host, Mark anchor) {
        String of = String.join("|", host, anchor.rule().id(), anchor.time().toString(), anchor.eventHash());
        return Sha256.hex(of).substring(0, 32);
    }
}
