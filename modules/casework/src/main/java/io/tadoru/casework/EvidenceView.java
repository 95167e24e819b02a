package io.tadoru.casework;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.event.Excerpt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The evidence lines as the page numbers and shows them; every answer points at these numbers. */
final class EvidenceView {
    private static final int LONGEST_LINE = 4000;

    private final List<JsonNode> lines;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    EvidenceView(CaseMaterial material) {
        this.lines = material.evidence();
        for (JsonNode line : lines) {
            numbers.putIfAbsent(line.path("hash").asText(), numbers.size() + 1);
        }
    }

    List<JsonNode> lines() {
        return lines;
    }

    /** What the page calls the line of that hash: 0 when it is not among them. */
    int number(String hash) {
        return numbers.getOrDefault(hash, 0);
    }

    /** References for those lines. */
    List<Map<String, Object>> references(List<JsonNode> some) {
        return some.stream()
                .map(line -> number(line.path("hash").asText()))
                .filter(n -> n > 0)
                .distinct()
                .map(n -> Map.<String, Object>of("n", n))
                .toList();
    }

    List<Map<String, Object>> reference(String hash) {
        return number(hash) == 0 ? List.of() : List.of(Map.of("n", number(hash)));
    }

    List<Map<String, Object>> rows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (JsonNode line : lines) {
            rows.add(row(line));
        }
        return rows;
    }

    private Map<String, Object> row(JsonNode line) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("n", number(line.path("hash").asText()));
        row.put("at", time(line, "at"));
        row.put("layer", Wording.layer(line.path("layer").asText()));
        row.put("code", line.path("layer").asText().replaceAll("[^a-z]", ""));
        for (String name : List.of("verdict", "stage", "rule", "grade", "reason", "source", "hash")) {
            row.put(name, Escape.terminal(line.path(name).asText()));
        }
        row.put("what", Escape.terminal(Timesketch.message(line)));
        row.put("times", line.path("count").asInt() > 1 ? line.path("count").asInt() + " times" : "");
        String original = Escape.terminal(line.path("original").asText());
        row.put("original", Excerpt.cut(original, LONGEST_LINE));
        row.put("cut", original.length() > LONGEST_LINE);
        return row;
    }

    static String time(JsonNode object, String name) {
        return ChainFields.instant(object, name).map(Wording::time).orElse("");
    }

    /** Of those lines, all that they say of one field, each said once. */
    static String said(List<JsonNode> lines, String field) {
        return lines.stream()
                .flatMap(line -> ChainFields.texts(line.path("event"), field).stream())
                .map(Escape::terminal)
                .distinct()
                .limit(20)
                .collect(Collectors.joining(", "));
    }
}
