package io.tadoru.casework;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What stands around a chain: other hosts, who was reporting, what was known when, what people decided. */
final class ContextView {
    private static final int MOST_ROWS = 200;

    private final CaseMaterial material;

    ContextView(CaseMaterial material) {
        this.material = material;
    }

    Map<String, Object> view() {
        Map<String, Object> view = new LinkedHashMap<>();
        put(view, "spread", spread());
        put(view, "revisions", revisions());
        put(view, "decisions", decisions());
        put(view, "coverage", coverage());
        view.put("coverageFrom", EvidenceView.time(material.coverage(), "from"));
        view.put("coverageTo", EvidenceView.time(material.coverage(), "to"));
        view.put("spreadAsked", material.spread().has("artifacts"));
        view.put("hostEvents", hostEvents());
        return view;
    }

    private static void put(Map<String, Object> view, String name, List<Map<String, Object>> rows) {
        view.put(name, rows);
        view.put(name + "Any", !rows.isEmpty());
    }

    private List<Map<String, Object>> spread() {
        String own = ChainFields.text(material.chain(), "host");
        List<Map<String, Object>> rows = new ArrayList<>();
        for (JsonNode artifact : material.spread().path("artifacts")) {
            List<JsonNode> others = ChainFields.list(artifact.path("hosts")).stream()
                    .filter(h -> !h.path("host").asText().equals(own))
                    .toList();
            rows.add(Map.of(
                    "type", text(artifact, "type"),
                    "value", text(artifact, "value"),
                    "malicious", artifact.path("malicious").asBoolean(),
                    "none", others.isEmpty(),
                    "total",
                            Math.max(others.size(), artifact.path("hosts_total").asInt() - 1),
                    "more",
                            artifact.path("hosts_total").asInt()
                                    > artifact.path("hosts").size(),
                    "hosts", others.stream().map(ContextView::host).toList()));
        }
        return bounded(rows);
    }

    private static Map<String, Object> host(JsonNode host) {
        return Map.of(
                "host", text(host, "host"),
                "events", host.path("events").asLong(),
                "first", EvidenceView.time(host, "first"),
                "last", EvidenceView.time(host, "last"));
    }

    private List<Map<String, Object>> revisions() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (JsonNode revision : material.revisions().path("revisions")) {
            Map<String, Object> row = new LinkedHashMap<>();
            for (String name :
                    List.of("revision", "status", "severity", "lines", "sentence_en", "sentence_ja", "brought_by")) {
                row.put(name, text(revision, name));
            }
            row.put("known_at", EvidenceView.time(revision, "known_at"));
            rows.add(row);
        }
        return bounded(rows);
    }

    private List<Map<String, Object>> decisions() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (JsonNode decision : material.chain().path("detail").path("decisions")) {
            rows.add(Map.of(
                    "at", EvidenceView.time(decision, "at"),
                    "by", text(decision, "by"),
                    "kind", text(decision, "kind"),
                    "assignee", text(decision, "assignee"),
                    "text", text(decision, "text")));
        }
        return bounded(rows);
    }

    private List<Map<String, Object>> coverage() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (JsonNode layer : material.coverage().path("layers")) {
            for (JsonNode source : layer.path("sources")) {
                rows.add(source(layer, source));
            }
            if (layer.path("sources").isEmpty()) {
                rows.add(Map.of(
                        "layer", Wording.layer(text(layer, "layer")),
                        "source", "none・なし",
                        "events", 0,
                        "first", "",
                        "last", "",
                        "gaps", "No line of this layer in this time."));
            }
        }
        return bounded(rows);
    }

    private static Map<String, Object> source(JsonNode layer, JsonNode source) {
        List<JsonNode> gaps = ChainFields.list(source.path("gaps"));
        String told = gaps.stream()
                .limit(8)
                .map(g -> EvidenceView.time(g, "from") + " – " + EvidenceView.time(g, "to"))
                .collect(Collectors.joining("; "));
        return Map.of(
                "layer", Wording.layer(text(layer, "layer")),
                "source", text(source, "source"),
                "events", source.path("events").asLong(),
                "first", EvidenceView.time(source, "first"),
                "last", EvidenceView.time(source, "last"),
                "gaps", gaps.size() > 8 ? told + "; and " + (gaps.size() - 8) + " more" : told);
    }

    private String hostEvents() {
        return ChainFields.list(material.coverage().path("layers")).stream()
                .map(l -> Wording.layer(text(l, "layer")) + ": "
                        + l.path("host_events").asLong())
                .collect(Collectors.joining(", "));
    }

    private static List<Map<String, Object>> bounded(List<Map<String, Object>> rows) {
        return rows.subList(0, Math.min(rows.size(), MOST_ROWS));
    }

    private static String text(JsonNode object, String name) {
        return Escape.terminal(ChainFields.text(object, name));
    }
}
