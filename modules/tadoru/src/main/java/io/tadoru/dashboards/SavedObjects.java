package io.tadoru.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tadoru.command.CommandFailed;
import io.tadoru.event.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Data views and dashboards from their readable sources, one object a file, to what Kibana imports. Kibana keeps parts of an
 * object as JSON within JSON, and repeats each panel's references on its dashboard; the sources do neither.
 */
public record SavedObjects(List<JsonNode> objects) {
    private static final Set<String> TEXTS = Set.of("panelsJSON", "optionsJSON", "searchSourceJSON", "fieldFormatMap");

    public SavedObjects {
        objects = List.copyOf(objects);
    }

    /**
     * Reads every {@code .json} file of the folder and of those in it.
     *
     * @throws CommandFailed naming the folder or file that cannot be read
     */
    public static SavedObjects read(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<JsonNode> objects = new ArrayList<>();
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                objects.add(object(file));
            }
            if (objects.isEmpty()) {
                throw new IOException("there are none");
            }
            return new SavedObjects(objects);
        } catch (IOException e) {
            throw new CommandFailed("the saved objects in " + folder + " cannot be read: " + e, e);
        }
    }

    private static JsonNode object(Path file) throws IOException {
        JsonNode object = Json.MAPPER.readTree(Files.readAllBytes(file));
        if (object == null
                || object.path("type").asText().isEmpty()
                || object.path("id").asText().isEmpty()) {
            throw new IOException(file + " is no saved object: it needs a type and an id");
        }
        return object;
    }

    /** One object a line, as {@code POST /api/saved_objects/_import} takes them. */
    public byte[] ndjson() {
        var lines = new ByteArrayOutputStream();
        for (JsonNode object : objects) {
            lines.writeBytes(Json.bytes(imported(object)));
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    private static ObjectNode imported(JsonNode source) {
        ObjectNode object = source.deepCopy();
        ArrayNode references = object.withArray("references");
        source.at("/attributes/panelsJSON").forEach(panel -> references.addAll(references(panel)));
        if (object.get("attributes") instanceof ObjectNode attributes) {
            asTexts(attributes);
        }
        return object;
    }

    /** Those of one panel, under the names by which Kibana finds them from the dashboard. */
    private static List<JsonNode> references(JsonNode panel) {
        List<JsonNode> references = new ArrayList<>();
        for (JsonNode reference : panel.at("/embeddableConfig/attributes/references")) {
            ObjectNode named = reference.deepCopy();
            references.add(named.put(
                    "name",
                    panel.path("panelIndex").asText() + ":"
                            + reference.path("name").asText()));
        }
        return references;
    }

    private static void asTexts(ObjectNode node) {
        for (Map.Entry<String, JsonNode> field : List.copyOf(node.properties())) {
            if (TEXTS.contains(field.getKey()) && field.getValue().isContainerNode()) {
                node.put(field.getKey(), field.getValue().toString());
            } else if (field.getValue() instanceof ObjectNode inner) {
                asTexts(inner);
            }
        }
    }
}
