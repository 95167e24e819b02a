package io.tadoru.evtx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import io.tadoru.event.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files that Windows wrote, beside what another tool reads in them: the same records, fields and values. */
class EvtxPairsTest {
    private static final Path PAIRS =
            Path.of(System.getProperty("tadoru.root", ".")).resolve("../shared/evtx");

    private int records;
    private int fields;

    @Test
    void everyFileOfOthersIsReadAsTheOtherToolReadsIt() throws IOException {
        assumeTrue(Files.isDirectory(PAIRS), "no " + PAIRS + " with pairs of X.evtx and X.json");
        List<String> differences = new ArrayList<>();
        List<Path> files = files();
        for (Path file : files) {
            compare(file, differences);
        }
        assertThat(differences)
                .as(files.size() + " pairs, " + records + " records, " + fields + " fields")
                .isEmpty();
        assertThat(fields).isPositive();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(PAIRS)) {
            return all.filter(file -> file.toString().endsWith(".evtx"))
                    .sorted()
                    .toList();
        }
    }

    private void compare(Path file, List<String> differences) throws IOException {
        String name = file.getFileName().toString().replace(".evtx", "");
        Collected ours = Collected.of(Files.readAllBytes(file));
        List<JsonNode> theirs = read(file.resolveSibling(name + ".json"));
        if (!ours.damages().isEmpty() || ours.records().size() != theirs.size()) {
            differences.add(name + ": " + ours.records().size() + " of " + theirs.size() + " " + ours.damages());
            return;
        }
        for (int i = 0; i < theirs.size(); i++) {
            records++;
            compare(name, theirs(theirs.get(i)), ours(ours.records().get(i)), differences);
        }
    }

    private static List<JsonNode> read(Path file) throws IOException {
        try (MappingIterator<JsonNode> all =
                Json.MAPPER.readerFor(JsonNode.class).readValues(Files.readAllBytes(file))) {
            return all.readAll();
        }
    }

    private void compare(String name, Map<String, String> theirs, Map<String, String> ours, List<String> differences) {
        theirs.forEach((field, value) -> {
            fields++;
            if (!Spelling.same(value, ours.getOrDefault(field, ""))) {
                differences.add(name + " " + field + ": " + value + " is here " + ours.get(field));
            }
        });
        ours.forEach((field, value) -> {
            if (!theirs.containsKey(field) && !value.isEmpty()) {
                differences.add(name + " " + field + ": only here, " + value);
            }
        });
    }

    /** {@code System.Provider.Name}, {@code EventData.Image}. */
    private static Map<String, String> theirs(JsonNode document) {
        Map<String, String> flat = new TreeMap<>();
        document.get("Event").properties().forEach(part -> {
            if (!part.getKey().equals("#attributes")) {
                flatten(part.getKey(), part.getValue(), flat);
            }
        });
        return flat;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> flat) {
        if (node.isObject()) {
            node.properties().forEach(field -> flatten(path + under(field.getKey()), field.getValue(), flat));
        } else if (!node.isNull()) {
            flat.put(path, node.isArray() ? node.toString() : node.asText());
        }
    }

    private static String under(String key) {
        return key.startsWith("#") ? "" : "." + key;
    }

    private static Map<String, String> ours(JsonNode record) {
        Map<String, String> flat = new TreeMap<>();
        flatten("", record.get("winlog"), flat);
        Map<String, String> named = new TreeMap<>();
        flat.forEach((path, value) -> named.put(Spelling.name(path), value));
        named.put("System.TimeCreated.SystemTime", record.get("@timestamp").asText());
        named.put("System.Keywords", record.at("/winlog/keywords/0").asText());
        return named;
    }
}
