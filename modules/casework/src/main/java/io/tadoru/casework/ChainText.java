package io.tadoru.casework;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.chain.Chain;
import io.tadoru.event.Excerpt;
import io.tadoru.event.Instants;
import io.tadoru.event.Json;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A chain as a person reads it on a terminal: what, when, what each layer did, every line with its reason. Made from the
 * chain's document, so that what came out of the stream and what a batch run found are printed alike.
 */
public final class ChainText {
    private static final int LINE_CHARS = 240;
    private static final List<String> LAYERS = List.of("mail", "swg", "firewall", "epp");

    private final ZoneId zone;
    private final DateTimeFormatter stamp;

    /** Times are printed in this zone, which the head line names. */
    public ChainText(ZoneId zone) {
        this.zone = zone;
        this.stamp = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss", Locale.ENGLISH)
                .withZone(zone);
    }

    /** Lines without trailing newline; nothing in them can steer a terminal. */
    public List<String> lines(Chain chain) {
        return lines(chain.document());
    }

    /** Of the document as {@link Chain#document} makes it, or as Elasticsearch gives it back with dotted names. */
    public List<String> lines(Map<String, ?> document) {
        JsonNode chain = Json.MAPPER.valueToTree(document);
        List<String> out = new ArrayList<>();
        out.add("Chain %s  %s  severity %s  (times in %s)"
                .formatted(
                        Excerpt.cut(text(chain, "id"), 12), text(chain, "definition"), text(chain, "severity"), zone));
        out.add("  host         " + text(chain, "host"));
        out.add("  user         " + users(chain));
        out.add("  status       " + text(chain, "status"));
        out.add("  infected     not before " + at(chain, "infected_not_before") + ", not after "
                + at(chain, "infected_not_after"));
        quarantine(chain).ifPresent(q -> out.add("  quarantined  " + q));
        out.add("  layers       " + layers(chain));
        out.add("");
        chain.path("detail").path("evidence").forEach(e -> out.addAll(evidence(e)));
        int beyond = chain.path("detail").path("evidence_beyond").asInt();
        if (beyond > 0) {
            out.add("  and " + beyond + " lines more");
        }
        out.add("");
        out.add("  " + text(chain, "sentence_en"));
        out.add("  " + text(chain, "sentence_ja"));
        return out;
    }

    private static String users(JsonNode chain) {
        List<String> users = new ArrayList<>();
        chain.path("users").forEach(u -> users.add(u.asText()));
        return Escape.terminal(String.join(", ", users));
    }

    private String at(JsonNode object, String name) {
        return instant(object, name).map(stamp::format).orElse("(no line tells)");
    }

    private static Optional<Instant> instant(JsonNode object, String name) {
        return Instants.parse(object.path(name).asText());
    }

    private Optional<String> quarantine(JsonNode chain) {
        return instant(chain, "quarantined_at").map(at -> stamp.format(at) + after(chain));
    }

    private static String after(JsonNode chain) {
        JsonNode min = chain.path("time_to_quarantine_min");
        JsonNode max = chain.path("time_to_quarantine_max");
        if (!min.isNumber()) {
            return "";
        }
        boolean apart = max.isNumber() && max.asLong() != min.asLong();
        return ", " + span(min) + (apart ? " (at most " + span(max) + ")" : "") + " after the infection";
    }

    private static String span(JsonNode seconds) {
        return seconds.asLong() / 60 + " min " + seconds.asLong() % 60 + " s";
    }

    private static String layers(JsonNode chain) {
        return String.join(
                ", ",
                LAYERS.stream()
                        .map(layer -> layer + " " + verdict(chain, layer))
                        .toList());
    }

    private static String verdict(JsonNode chain, String layer) {
        JsonNode dotted = chain.path("layers." + layer + ".verdict");
        JsonNode nested = chain.path("layers").path(layer).path("verdict");
        return Escape.terminal((dotted.isMissingNode() ? nested : dotted).asText("not looked at"));
    }

    private List<String> evidence(JsonNode e) {
        String times = e.path("count").asInt() > 1 ? " (" + e.path("count").asInt() + " times)" : "";
        return List.of(
                "  %s  %-8s %-20s %s%s"
                        .formatted(at(e, "at"), text(e, "layer"), text(e, "stage"), text(e, "summary"), times),
                "      why: %s; rule: %s".formatted(why(e), text(e, "rule")),
                "      line: " + Escape.terminal(head(e.path("original").asText())));
    }

    /** The anchor needs no grade: it is what was noticed first. */
    private static String why(JsonNode e) {
        String grade = text(e, "grade");
        return grade.equals("anchor") ? text(e, "reason") : grade + ": " + text(e, "reason");
    }

    private static String head(String line) {
        return line.length() <= LINE_CHARS ? line : Excerpt.cut(line, LINE_CHARS) + "…";
    }

    private static String text(JsonNode object, String name) {
        return Escape.terminal(object.path(name).asText());
    }
}
