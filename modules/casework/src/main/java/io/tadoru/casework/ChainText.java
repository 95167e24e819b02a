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
    private final ChainWords words;
    private final DateTimeFormatter stamp;

    /** In English; times are printed in this zone, which the head line names. */
    public ChainText(ZoneId zone) {
        this(zone, Locale.ENGLISH);
    }

    /** In Japanese for {@link Locale#JAPANESE}, else in English; what log lines and rules say stays as it is. */
    public ChainText(ZoneId zone, Locale language) {
        this.zone = zone;
        this.words = ChainWords.of(language);
        this.stamp = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss", words.locale())
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
        out.add(words.head()
                .formatted(
                        Excerpt.cut(text(chain, "id"), 12), text(chain, "definition"), text(chain, "severity"), zone));
        out.add(words.label("host") + text(chain, "host"));
        out.add(words.label("user") + users(chain));
        out.add(words.label("status") + text(chain, "status"));
        out.add(words.label("infected")
                + words.between().formatted(at(chain, "infected_not_before"), at(chain, "infected_not_after")));
        quarantine(chain).ifPresent(q -> out.add(words.label("quarantined") + q));
        contacts(chain).ifPresent(c -> out.add(words.label("contacts") + c));
        out.add(words.label("layers") + layers(chain));
        out.add("");
        chain.path("detail").path("evidence").forEach(e -> out.addAll(evidence(e)));
        int beyond = chain.path("detail").path("evidence_beyond").asInt();
        if (beyond > 0) {
            out.add("  " + words.beyond().formatted(beyond));
        }
        out.add("");
        words.sentences().forEach(name -> out.add("  " + text(chain, name)));
        return out;
    }

    private static String users(JsonNode chain) {
        List<String> users = new ArrayList<>();
        chain.path("users").forEach(u -> users.add(u.asText()));
        return Escape.terminal(String.join(", ", users));
    }

    private String at(JsonNode object, String name) {
        return instant(object, name).map(stamp::format).orElse(words.untold());
    }

    private static Optional<Instant> instant(JsonNode object, String name) {
        return Instants.parse(object.path(name).asText());
    }

    private Optional<String> quarantine(JsonNode chain) {
        return instant(chain, "quarantined_at").map(at -> stamp.format(at) + after(chain));
    }

    private Optional<String> contacts(JsonNode chain) {
        long bytes = chain.path("bytes_out").asLong();
        String sent = bytes > 0 ? String.format(words.locale(), words.bytes(), bytes) : "";
        return instant(chain, "first_contact")
                .map(at -> words.contacts()
                        .formatted(stamp.format(at), chain.path("contacts").asLong(), sent));
    }

    private String after(JsonNode chain) {
        JsonNode min = chain.path("time_to_quarantine_min");
        JsonNode max = chain.path("time_to_quarantine_max");
        if (!min.isNumber()) {
            return "";
        }
        boolean apart = max.isNumber() && max.asLong() != min.asLong();
        return words.after(span(min), apart ? span(max) : "");
    }

    private String span(JsonNode seconds) {
        return words.span().formatted(seconds.asLong() / 60, seconds.asLong() % 60);
    }

    private String layers(JsonNode chain) {
        return String.join(
                ", ",
                LAYERS.stream()
                        .map(layer -> layer + " " + verdict(chain, layer))
                        .toList());
    }

    private String verdict(JsonNode chain, String layer) {
        JsonNode dotted = chain.path("layers." + layer + ".verdict");
        JsonNode nested = chain.path("layers").path(layer).path("verdict");
        return Escape.terminal((dotted.isMissingNode() ? nested : dotted).asText(words.unseen()));
    }

    private List<String> evidence(JsonNode e) {
        String times = e.path("count").asInt() > 1
                ? words.times().formatted(e.path("count").asInt())
                : "";
        return List.of(
                "  %s  %-8s %-20s %s%s"
                        .formatted(at(e, "at"), text(e, "layer"), text(e, "stage"), text(e, "summary"), times),
                words.why().formatted(why(e), text(e, "rule")),
                words.line() + Escape.terminal(head(e.path("original").asText())));
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
