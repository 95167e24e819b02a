package io.tadoru.casework;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the host's lines tell of bytes to addresses outside, and of mail that it sent: what may have been taken. */
final class Outside {
    private static final Pattern INSIDE = Pattern.compile(
            "10\\..*|192\\.168\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*|127\\..*|169\\.254\\..*|0\\..*|255\\..*"
                    + "|2(2[4-9]|3\\d)\\..*|::1?|f[cd].*|fe[89ab].*|ff.*",
            Pattern.CASE_INSENSITIVE);

    private Outside() {}

    static boolean address(String ip) {
        return !ip.isEmpty() && !INSIDE.matcher(ip).matches();
    }

    /** One row for each outside address that a line of evidence or another line of the host names as its destination. */
    static List<Map<String, Object>> contacts(CaseMaterial material, EvidenceView evidence) {
        Map<String, List<JsonNode>> byAddress = new TreeMap<>();
        for (JsonNode line : material.events()) {
            String to = ChainFields.text(line.path("event"), "destination.ip");
            if (address(to)) {
                byAddress.computeIfAbsent(to, a -> new ArrayList<>()).add(line);
            }
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        byAddress.forEach((address, lines) -> rows.add(row(address, lines, evidence)));
        rows.sort(Comparator.comparing(row -> !Boolean.TRUE.equals(row.get("evidence"))));
        return rows;
    }

    private static Map<String, Object> row(String address, List<JsonNode> lines, EvidenceView evidence) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("address", Escape.terminal(address));
        row.put("names", EvidenceView.said(lines, "url.domain"));
        row.put("ports", EvidenceView.said(lines, "destination.port"));
        row.put("count", lines.size());
        row.put("first", EvidenceView.time(lines.getFirst(), "at"));
        row.put("last", EvidenceView.time(lines.getLast(), "at"));
        row.put("out", sum(lines, List.of("source.bytes", "http.request.bytes")));
        row.put("in", sum(lines, List.of("destination.bytes", "http.response.bytes")));
        row.put("refs", evidence.references(lines));
        row.put("evidence", lines.stream().anyMatch(l -> l.path("evidence").asBoolean()));
        return row;
    }

    /** Each line by the first field it has; lines of several layers may tell of one session, so nothing is added twice. */
    private static String sum(List<JsonNode> lines, List<String> fields) {
        Map<String, BigInteger> byLayer = new TreeMap<>();
        for (JsonNode line : lines) {
            BigInteger bytes = first(line.path("event"), fields);
            if (bytes != null) {
                byLayer.merge(line.path("layer").asText(), bytes, BigInteger::add);
            }
        }
        return byLayer.values().stream()
                .max(BigInteger::compareTo)
                .map(total -> "%,d".formatted(total))
                .orElse("not told");
    }

    private static @Nullable BigInteger first(JsonNode event, List<String> fields) {
        return fields.stream()
                .map(f -> ChainFields.field(event, f))
                .filter(JsonNode::isNumber)
                .map(JsonNode::bigIntegerValue)
                .findFirst()
                .orElse(null);
    }

    /** Mail whose sending side was an address inside. */
    static List<Map<String, Object>> mailSent(CaseMaterial material, @Nullable Instant since) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (JsonNode line : material.events()) {
            JsonNode event = line.path("event");
            String from = ChainFields.text(event, "source.ip");
            Instant at = ChainFields.instant(line, "at").orElse(Instant.MIN);
            boolean mail = line.path("layer").asText().equals("mail") && !from.isEmpty() && !address(from);
            if (mail && (since == null || !at.isBefore(Objects.requireNonNull(since)))) {
                rows.add(Map.of(
                        "at", Wording.time(at),
                        "from", EvidenceView.said(List.of(line), "email.from.address"),
                        "to", EvidenceView.said(List.of(line), "email.to.address"),
                        "id", EvidenceView.said(List.of(line), "email.local_id")));
            }
        }
        return rows;
    }
}
