package io.tadoru.chain;

import io.tadoru.event.Layer;
import io.tadoru.event.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one layer did about a chain.
 *
 * @param word {@code stopped}, {@code passed}, {@code detected}, {@code no-evidence} (heard, saw nothing),
 *     {@code not-in-path} (the host was off the network) or {@code silent} (not heard around the time, for the EPP: of that
 *     host; not the same as innocent)
 * @param at event time of the first line that says so, null without one
 */
public record LayerVerdict(
        Layer layer, String word, @Nullable Instant at) {

    /** The four that stand in the way of an infection, in the order it meets them. */
    static final List<Layer> DEFENCES = List.of(Layer.MAIL, Layer.SWG, Layer.FIREWALL, Layer.EPP);

    /** Of a chain's nodes, in order of time. */
    static List<LayerVerdict> of(List<Node> nodes, Presence presence) {
        return DEFENCES.stream().map(layer -> of(layer, nodes, presence)).toList();
    }

    private static LayerVerdict of(Layer layer, List<Node> nodes, Presence presence) {
        List<Node> own = nodes.stream().filter(n -> n.layer() == layer).toList();
        if (own.isEmpty()) {
            return new LayerVerdict(layer, nothingSeen(layer, nodes, presence), null);
        }
        return layer == Layer.EPP ? endpoint(own) : gate(layer, own);
    }

    private static String nothingSeen(Layer layer, List<Node> nodes, Presence presence) {
        // A delivery may be days older than what came of it: silence is asked about where it would have been seen.
        List<Node> happened = nodes.stream().filter(n -> !n.delivers()).toList();
        List<Node> span = happened.isEmpty() ? nodes : happened;
        Instant from = span.getFirst().mark().start();
        Instant to = span.getLast().last();
        boolean heard = span.stream().anyMatch(n -> n.first().heard().contains(layer));
        return switch (layer) {
            case EPP -> presence.agentHeard(from, to).orElse(heard) ? "no-evidence" : "silent";
            case SWG, FIREWALL ->
                !presence.onNetwork(from, to).orElse(true) ? "not-in-path" : heard ? "no-evidence" : "silent";
            case MAIL, IDENTITY ->
                nodes.stream().anyMatch(n -> n.first().heard().contains(layer)) ? "no-evidence" : "silent";
        };
    }

    private static LayerVerdict endpoint(List<Node> own) {
        return own.stream()
                .filter(Node::tellsOfMalware)
                .findFirst()
                .map(n -> new LayerVerdict(
                        Layer.EPP,
                        stoppedAll(own) ? "stopped" : "detected",
                        n.mark().time()))
                .orElseGet(() ->
                        new LayerVerdict(Layer.EPP, "passed", own.get(0).mark().time()));
    }

    /** It refused, and nothing it saw had run: no detection of what was there already. */
    private static boolean stoppedAll(List<Node> own) {
        return own.stream().anyMatch(n -> n.decided(Verdict.BLOCKED))
                && own.stream().noneMatch(Node::runs);
    }

    /** A gate that let one part pass has let it pass, whatever else it refused. */
    private static LayerVerdict gate(Layer layer, List<Node> own) {
        return own.stream()
                .filter(n -> !n.decided(Verdict.BLOCKED) && !n.decided(Verdict.QUARANTINED))
                .findFirst()
                .map(n -> new LayerVerdict(layer, "passed", n.mark().time()))
                .orElseGet(() ->
                        new LayerVerdict(layer, "stopped", own.get(0).mark().time()));
    }
}
