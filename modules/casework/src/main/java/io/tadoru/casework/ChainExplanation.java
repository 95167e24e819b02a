package io.tadoru.casework;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.event.Excerpt;
import io.tadoru.event.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a chain came to be, link by link: the anchor first, below each line those that were joined to it, with how sure the
 * link is and why. Made from the chain's document.
 */
public final class ChainExplanation {
    private static final int SUMMARY_CHARS = 160;
    private static final int DEEPEST = 40;
    private static final Map<String, String> GRADES = Map.of(
            "anchor", "what it is named after",
            "recorded cause", "recorded cause: a log itself says that one came from the other",
            "same artifact", "same artifact: both lines carry it",
            "same host and time", "same host and time: nothing but nearness");

    private final Map<String, List<JsonNode>> below = new LinkedHashMap<>();
    private final Set<String> told = new HashSet<>();
    private final List<String> out = new ArrayList<>();

    private ChainExplanation() {}

    /** Lines without trailing newline; nothing in them can steer a terminal. Times are in UTC. */
    public static List<String> lines(Map<String, ?> document) {
        return new ChainExplanation().explain(Json.MAPPER.valueToTree(document));
    }

    private List<String> explain(JsonNode chain) {
        JsonNode evidence = chain.path("detail").path("evidence");
        Set<String> hashes = new HashSet<>();
        evidence.forEach(e -> hashes.add(e.path("hash").asText()));
        List<JsonNode> tops = new ArrayList<>();
        evidence.forEach(e -> {
            String to = e.path("joined_to").asText();
            if (hashes.contains(to) && !to.equals(e.path("hash").asText())) {
                below.computeIfAbsent(to, k -> new ArrayList<>()).add(e);
            } else {
                tops.add(e);
            }
        });
        out.add(text(chain, "definition") + " on " + text(chain, "host") + ", " + text(chain, "status") + ", severity "
                + text(chain, "severity"));
        bounds(chain);
        tops.forEach(e -> tell(e, 0));
        int beyond = chain.path("detail").path("evidence_beyond").asInt();
        if (beyond > 0) {
            out.add("and " + beyond + " lines more that the document does not keep");
        }
        return out;
    }

    private void bounds(JsonNode chain) {
        bound(chain, "infected_not_before", "infected_not_before_by", "not infected before");
        bound(chain, "infected_not_after", "infected_not_after_by", "infected by then");
    }

    private void bound(JsonNode chain, String at, String by, String words) {
        if (chain.hasNonNull(at)) {
            String hash = chain.path("detail").path(by).asText();
            out.add("  " + words + ": " + text(chain, at) + ", for which stands the line "
                    + Escape.terminal(Excerpt.cut(hash, 12)));
        }
    }

    private void tell(JsonNode e, int depth) {
        String hash = e.path("hash").asText();
        String indent = "  ".repeat(Math.min(depth, DEEPEST) + 1);
        String grade = e.path("grade").asText();
        out.add("%s%s  %s %s  %s  [%s]"
                .formatted(
                        indent,
                        text(e, "at"),
                        text(e, "layer"),
                        text(e, "stage"),
                        Escape.terminal(Excerpt.cut(e.path("summary").asText(), SUMMARY_CHARS)),
                        Escape.terminal(Excerpt.cut(hash, 12))));
        out.add(indent + "    " + Escape.terminal(GRADES.getOrDefault(grade, grade))
                + (grade.equals("anchor") ? "" : "; " + text(e, "reason")) + "; rule: " + text(e, "rule"));
        if (told.add(hash)) {
            below.getOrDefault(hash, List.of()).forEach(child -> tell(child, depth + 1));
        }
    }

    private static String text(JsonNode object, String name) {
        return Escape.terminal(object.path(name).asText());
    }
}
