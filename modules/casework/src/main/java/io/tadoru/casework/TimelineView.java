package io.tadoru.casework;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.event.Excerpt;
import io.tadoru.event.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that the page of a package shows, already in words: the seven questions, and what the answers rest on. */
final class TimelineView {
    private static final int MOST_OTHERS = 2_000;

    private final CaseMaterial material;
    private final JsonNode chain;
    private final EvidenceView evidence;

    private TimelineView(CaseMaterial material) {
        this.material = material;
        this.chain = material.chain();
        this.evidence = new EvidenceView(material);
    }

    static Map<String, Object> of(CaseMaterial material, OriginalLines lines, List<String> cut) {
        Map<String, Object> view = new LinkedHashMap<>(ReadmeView.of(material, lines, cut));
        TimelineView page = new TimelineView(material);
        page.head(view);
        view.put("lanes", List.of(new Lanes(material, page.evidence).view()));
        view.put("through", page.through());
        view.put("layers", page.layers());
        page.spans(view);
        page.outflow(view);
        view.putAll(new ContextView(material).view());
        view.put("evidence", page.evidence.rows());
        page.others(view);
        return view;
    }

    private void head(Map<String, Object> view) {
        view.put("severity", text("severity"));
        view.put("users", EvidenceView.said(List.of(withEvent(chain)), "users"));
        int folded = evidence.lines().stream()
                .mapToInt(l -> Math.max(1, l.path("count").asInt()))
                .sum();
        int beyond = chain.path("detail").path("evidence_beyond").asInt();
        view.put("distinctLines", evidence.lines().size());
        view.put("lineCount", folded + beyond);
        view.put("more", folded + beyond > evidence.lines().size());
        view.put("notBefore", EvidenceView.time(chain, "infected_not_before"));
        view.put("notAfter", EvidenceView.time(chain, "infected_not_after"));
        view.put("infected", chain.has("infected_not_before") || chain.has("infected_not_after"));
        view.put("notBeforeBy", by("infected_not_before_by"));
        view.put("notAfterBy", by("infected_not_after_by"));
        view.put("quarantinedAt", EvidenceView.time(chain, "quarantined_at"));
        view.put("toQuarantine", toQuarantine(chain));
        view.put("first", EvidenceView.time(chain, "first"));
        view.put("last", EvidenceView.time(chain, "last"));
        view.put("knownAt", EvidenceView.time(chain, "known_at"));
    }

    private static JsonNode withEvent(JsonNode document) {
        return Json.MAPPER.createObjectNode().set("event", document);
    }

    private String text(String name) {
        return Escape.terminal(ChainFields.text(chain, name));
    }

    private List<Map<String, Object>> by(String name) {
        return evidence.reference(chain.path("detail").path(name).asText());
    }

    /** From infection to quarantine, in words. */
    static String toQuarantine(JsonNode chain) {
        JsonNode min = chain.path("time_to_quarantine_min");
        JsonNode max = chain.path("time_to_quarantine_max");
        if (!min.isNumber()) {
            return "";
        }
        String least = Wording.span(Duration.ofSeconds(min.asLong()));
        boolean apart = max.isNumber() && max.asLong() != min.asLong();
        return apart ? least + " to " + Wording.span(Duration.ofSeconds(max.asLong())) : least;
    }

    /** What the infection came through, as the lines name it. */
    private List<Map<String, Object>> through() {
        List<Map<String, Object>> rows = new ArrayList<>();
        through(rows, "Mail from・差出人", "email.from.address");
        through(rows, "Mail to・宛先", "email.to.address");
        through(rows, "Subject・件名", "email.subject");
        through(rows, "Message・メッセージ", "email.message_id");
        through(rows, "Queue id・キューID", "email.local_id");
        through(rows, "Attachment・添付", "email.attachments.file.name");
        through(rows, "File・ファイル", "file.path");
        through(rows, "SHA-256 of a file・ファイルのハッシュ", "file.hash.sha256");
        through(rows, "URL", "url.full");
        through(rows, "Threat as the vendor names it・脅威名", "tadoru.threat.name");
        return rows;
    }

    private void through(List<Map<String, Object>> rows, String name, String field) {
        List<JsonNode> lines = evidence.lines().stream()
                .filter(line -> !ChainFields.texts(line.path("event"), field).isEmpty())
                .toList();
        if (!lines.isEmpty()) {
            rows.add(Map.of(
                    "name", name,
                    "value", EvidenceView.said(lines, field),
                    "refs", evidence.references(lines)));
        }
    }

    private List<Map<String, Object>> layers() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String layer : ChainFields.LAYERS) {
            JsonNode verdict = material.layer(layer);
            String word = verdict.path("verdict").asText();
            List<JsonNode> lines = of(layer);
            rows.add(Map.of(
                    "layer", Wording.layer(layer),
                    "word", Escape.terminal(word),
                    "kind", word.replaceAll("[^a-z-]", ""),
                    "en", Escape.terminal(Wording.verdict(word)),
                    "ja", Wording.verdictJa(word),
                    "at", EvidenceView.time(verdict, "at"),
                    "count", lines.size(),
                    "refs", evidence.references(lines)));
        }
        return rows;
    }

    private List<JsonNode> of(String layer) {
        return evidence.lines().stream()
                .filter(line -> line.path("layer").asText().equals(layer))
                .toList();
    }

    private void spans(Map<String, Object> view) {
        List<JsonNode> contacts = evidence.lines().stream()
                .filter(line -> line.path("stage").asText().contains("command-and-control"))
                .toList();
        view.put("contacted", !contacts.isEmpty());
        contacts.stream().findFirst().ifPresent(line -> {
            view.put("contactAt", EvidenceView.time(line, "at"));
            view.put("toContact", between("infected_not_before", ChainFields.instant(line, "at")));
        });
        view.put("contactRefs", evidence.references(contacts));
        Optional<Instant> end = ChainFields.instant(chain, "quarantined_at");
        view.put("quarantined", end.isPresent());
        end.ifPresent(at -> after(at, view));
        view.put(
                "quarantineRefs",
                evidence.references(evidence.lines().stream()
                        .filter(line -> line.path("verdict").asText().equals("quarantined"))
                        .toList()));
    }

    private String between(String name, Optional<Instant> to) {
        Optional<Instant> from = ChainFields.instant(chain, name);
        return from.isPresent() && to.isPresent()
                ? Wording.span(Duration.between(from.get(), to.get()))
                        + (to.get().isBefore(from.get()) ? " before" : "")
                : "";
    }

    private void after(Instant quarantined, Map<String, Object> view) {
        List<JsonNode> own = evidence.lines().stream()
                .filter(line -> isAfter(line, quarantined))
                .toList();
        long others = material.events().stream()
                .filter(line -> !line.path("evidence").asBoolean() && isAfter(line, quarantined))
                .count();
        view.put("afterOwn", own.size());
        view.put("afterRefs", evidence.references(own));
        view.put("afterOthers", others);
    }

    private static boolean isAfter(JsonNode line, @Nullable Instant moment) {
        return ChainFields.instant(line, "at").filter(at -> at.isAfter(moment)).isPresent();
    }

    private void outflow(Map<String, Object> view) {
        List<Map<String, Object>> contacts = Outside.contacts(material, evidence);
        view.put("contacts", contacts.subList(0, Math.min(contacts.size(), 100)));
        view.put("contactsMore", Math.max(0, contacts.size() - 100));
        view.put("anyContacts", !contacts.isEmpty());
        Instant since = ChainFields.instant(chain, "infected_not_before").orElse(null);
        List<Map<String, Object>> sent = Outside.mailSent(material, since);
        view.put("sent", sent.subList(0, Math.min(sent.size(), 100)));
        view.put("sentCount", sent.size());
        view.put("anySent", !sent.isEmpty());
    }

    private void others(Map<String, Object> view) {
        List<Map<String, Object>> rows = material.events().stream()
                .filter(line -> !line.path("evidence").asBoolean())
                .limit(MOST_OTHERS)
                .map(line -> Map.<String, Object>of(
                        "at",
                        EvidenceView.time(line, "at"),
                        "layer",
                        Wording.layer(Escape.terminal(line.path("layer").asText())),
                        "verdict",
                        Escape.terminal(line.path("verdict").asText()),
                        "what",
                        Escape.terminal(Excerpt.of(Timesketch.message(line)))))
                .toList();
        view.put("others", rows);
        view.put("othersCount", rows.size());
        view.put("anyOthers", !rows.isEmpty());
    }
}
