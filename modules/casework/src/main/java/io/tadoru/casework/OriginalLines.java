package io.tadoru.casework;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.event.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The lines as they were received, a file for each source, and an index that says of each whether it still has the hash that
 * was taken at receipt.
 */
final class OriginalLines {
    private static final int LONGEST_NAME = 80;
    private static final CSVFormat INDEX = CSVFormat.RFC4180
            .builder()
            .setHeader("file", "line", "lines", "time", "evidence", "source", "event_hash", "sha256_of_line", "state")
            .get();

    private final Map<String, StringBuilder> files = new LinkedHashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Integer> next = new HashMap<>();
    private final StringBuilder index = new StringBuilder();
    private int unchanged;
    private int decoded;

    private OriginalLines() {}

    static OriginalLines of(List<JsonNode> timeline) {
        OriginalLines lines = new OriginalLines();
        try (CSVPrinter printer = new CSVPrinter(lines.index, INDEX)) {
            for (JsonNode item : timeline) {
                lines.add(item, printer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private void add(JsonNode item, CSVPrinter printer) throws IOException {
        String line = item.path("original").asText();
        String file = file(item.path("source").asText("unknown"));
        int height = (int) line.chars().filter(c -> c == '\n').count() + 1;
        int at = next.merge(file, height, Integer::sum) - height + 1;
        files.computeIfAbsent(file, f -> new StringBuilder()).append(line).append('\n');
        String hash = Sha256.hex(line);
        boolean same = hash.equals(item.path("hash").asText());
        count(same);
        printer.printRecord(
                file,
                at,
                height,
                item.path("at").asText(),
                item.path("evidence").asBoolean(),
                Escape.cell(item.path("source").asText()),
                Escape.cell(item.path("hash").asText()),
                hash,
                same ? "unchanged" : "decoded");
    }

    private void count(boolean same) {
        if (same) {
            unchanged++;
        } else {
            decoded++;
        }
    }

    /** A source's name comes from outside: no path, nothing that any file system would take amiss, no two alike. */
    private String file(String source) {
        String known = names.get(source);
        if (known != null) {
            return known;
        }
        String bare = source.replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("\\.+(?=\\.|_|$)|^[.-]+", "_");
        String name = "lines/" + bare.substring(0, Math.min(bare.length(), LONGEST_NAME)) + ".log";
        boolean taken =
                names.values().stream().anyMatch(n -> n.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)));
        String unique = taken ? name.replace(".log", "-" + Sha256.hex(source).substring(0, 12) + ".log") : name;
        names.put(source, unique);
        return unique;
    }

    void into(Map<String, byte[]> parts) {
        files.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> parts.put(e.getKey(), e.getValue().toString().getBytes(StandardCharsets.UTF_8)));
        parts.put("lines/index.csv", index.toString().getBytes(StandardCharsets.UTF_8));
    }

    int unchanged() {
        return unchanged;
    }

    int decoded() {
        return decoded;
    }
}
