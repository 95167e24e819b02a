package io.tadoru.connector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.tadoru.event.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What differs between what a sample must become and what it becomes now, in words for whoever mends the connector. */
public final class SampleDiff {
    private static final TypeReference<TreeMap<String, Object>> FIELDS = new TypeReference<>() {};

    private SampleDiff() {}

    /** Line by line, field by field: {@code -} what must be, {@code +} what is; empty when nothing differs. */
    public static List<String> of(SampleFile sample) {
        List<String> must = sample.expected();
        List<String> is = sample.told();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < Math.max(must.size(), is.size()); i++) {
            List<String> fields = fields(i < must.size() ? must.get(i) : "{}", i < is.size() ? is.get(i) : "{}");
            if (!fields.isEmpty()) {
                lines.add(sample.file().getFileName() + ", record " + (i + 1) + ":");
                lines.addAll(fields);
            }
        }
        return lines;
    }

    /** Field by field of one record; empty when nothing differs. */
    static List<String> fields(String must, String is) {
        if (must.equals(is)) {
            return List.of();
        }
        Map<String, Object> wanted = read(must);
        Map<String, Object> found = read(is);
        TreeSet<String> names = new TreeSet<>(wanted.keySet());
        names.addAll(found.keySet());
        List<String> lines = new ArrayList<>();
        for (String name : names) {
            if (!String.valueOf(wanted.get(name)).equals(String.valueOf(found.get(name)))) {
                line("  - ", name, wanted, lines);
                line("  + ", name, found, lines);
            }
        }
        return lines;
    }

    private static void line(String sign, String name, Map<String, Object> fields, List<String> lines) {
        if (fields.containsKey(name)) {
            lines.add(sign + name + ": " + Json.text(fields.get(name)));
        }
    }

    private static Map<String, Object> read(String json) {
        try {
            return Json.MAPPER.readValue(json, FIELDS);
        } catch (JsonProcessingException e) {
            return new TreeMap<>(Map.of("not JSON", json));
        }
    }
}
