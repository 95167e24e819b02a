package io.tadoru.casework;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.chain.Chain;
import io.tadoru.chain.TimelineDocument;
import io.tadoru.event.Json;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A chain's timeline as Timesketch imports it (its user guide, "Import from JSON or CSV"): {@code message},
 * {@code datetime} (ISO 8601 with offset) and {@code timestamp_desc} first; in JSONL {@code timestamp} too, in microseconds.
 * Further columns become attributes; {@code evidence} tells the chain's own lines from the host's other ones.
 */
public final class Timesketch {
    private static final List<String> COLUMNS = List.of(
            "message",
            "datetime",
            "timestamp_desc",
            "evidence",
            "chain",
            "host",
            "layer",
            "verdict",
            "stage",
            "rule",
            "reason",
            "source",
            "event_hash",
            "original");
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(COLUMNS.toArray(String[]::new))
            .get();
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.UTC);

    private Timesketch() {}

    /** Evidence lines of several chains as CSV, in the chains' order: what a batch run finds. */
    public static void write(List<Chain> chains, Appendable out) throws IOException {
        try (CSVPrinter printer = new CSVPrinter(out, FORMAT)) {
            for (Chain chain : chains) {
                Map<String, Object> document = chain.document();
                print(document, TimelineDocument.of(document, List.of(), false), printer);
            }
        }
    }

    /** One chain's timeline as CSV; cells are harmless in a spreadsheet. */
    public static void csv(Map<String, ?> chain, Map<String, ?> timeline, Appendable out) throws IOException {
        CSVPrinter printer = new CSVPrinter(out, FORMAT);
        print(chain, timeline, printer);
        printer.flush();
    }

    private static void print(Map<String, ?> chain, Map<String, ?> timeline, CSVPrinter printer) throws IOException {
        for (Map<String, Object> row : rows(chain, timeline)) {
            printer.printRecord(COLUMNS.stream()
                    .map(c -> Escape.cell(String.valueOf(row.getOrDefault(c, ""))))
                    .toList());
        }
    }

    /** One chain's timeline, one JSON object a line. */
    public static void jsonl(Map<String, ?> chain, Map<String, ?> timeline, Appendable out) throws IOException {
        for (Map<String, Object> row : rows(chain, timeline)) {
            out.append(Json.text(row)).append('\n');
        }
    }

    private static List<Map<String, Object>> rows(Map<String, ?> chain, Map<String, ?> timeline) {
        JsonNode document = Json.MAPPER.valueToTree(chain);
        JsonNode lines = Json.MAPPER.valueToTree(timeline);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (JsonNode item : lines.path("events")) {
            ChainFields.instant(item, "at").ifPresent(at -> rows.add(row(document, item, at)));
        }
        return rows;
    }

    private static Map<String, Object> row(JsonNode chain, JsonNode item, Instant at) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("message", message(item));
        row.put("datetime", STAMP.format(at));
        row.put("timestamp_desc", "Event Logged");
        row.put("timestamp", ChronoUnit.MICROS.between(Instant.EPOCH, at));
        row.put("evidence", item.path("evidence").asBoolean());
        row.put("chain", text(chain, "id"));
        row.put("host", text(item.has("host") ? item : chain, "host"));
        for (String name : List.of("layer", "verdict", "stage", "rule", "reason", "source")) {
            row.put(name, text(item, name));
        }
        row.put("event_hash", text(item, "hash"));
        row.put("original", text(item, "original"));
        return row;
    }

    /** Timesketch shows no event without one. */
    static String message(JsonNode item) {
        return Optional.of(text(item, "summary"))
                .filter(s -> !s.isBlank())
                .or(() -> Optional.of(text(item, "original")).filter(s -> !s.isBlank()))
                .orElse("(no text)");
    }

    private static String text(JsonNode object, String name) {
        return Escape.terminal(ChainFields.text(object, name));
    }
}
