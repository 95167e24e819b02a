package io.tadoru.chain;

import io.tadoru.event.Layer;
import io.tadoru.event.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one layer did about a chain.
 *
 * @param word {@code stopped}, {@code passed}, {@code detected}, {@code no-evidence} (heard, saw nothing) or
 *     {@code silent} (not heard around the time: not the same as innocent)
 * @param at event time of the first line that says so, null without one
 */
public record LayerVerdict(
        Layer layer, String word, @Nullable Instant at) {

    /** The four that stand in the way of an infection, in the order it meets them. */
    static final List<Layer> DEFENCES = List.of(Layer.MAIL, Layer.SWG, Layer.FIREWALL, Layer.EPP);

    static List<LayerVerdict> of(List<Node> nodes) {
        return DEFENCES.stream().map(layer -> of(layer, nodes)).toList();
    }

    private static LayerVerdict of(Layer layer, List<Node> nodes) {
        List<Node> own = nodes.stream().filter(n -> n.layer() == layer).toList();
        if (own.isEmpty()) {
            boolean heard = nodes.stream().anyMatch(n -> n.first().heard().contains(layer));
            return new LayerVerdict(layer, heard ? "no-evidence" : "silent", null);
        }
        return layer == Layer.EPP ? endpoint(own) : gate(layer, own);
    }

    private static LayerVerdict endpoint(List<Node> own) {
        return own.stream()
                .filter(Node::tellsOfMalware)
                .findFirst()
                .map(n -> new LayerVerdict(Layer.EPP, "detected", n.mark().time()))
                .orElseGet(() ->
                        new LayerVerdict(Layer.EPP, "passed", own.get(0).mark().time()));
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
