package io.tadoru.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.event.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * An index template as it lies among the resources: what Elasticsearch is told, and what documents must fit.
 *
 * @param id its name in Elasticsearch, and the beginning of its indices' names
 * @param fields dotted names of all fields that are mapped
 */
record Template(String id, String json, Set<String> fields) {
    static final Template EVENTS = read("tadoru-events");
    static final Template CHAINS = read("tadoru-chains");
    static final Template REVISIONS = read("tadoru-revisions");
    static final Template REJECTS = read("tadoru-rejects");
    static final Template ACCESS = read("tadoru-access");
    static final List<Template> ALL = List.of(EVENTS, CHAINS, REVISIONS, REJECTS, ACCESS);

    Template {
        fields = Set.copyOf(fields);
    }

    private static Template read(String id) {
        byte[] json = resource(id + ".json");
        Set<String> fields = new HashSet<>();
        JsonNode properties = Json.read(json, JsonNode.class).at("/template/mappings/properties");
        properties.fieldNames().forEachRemaining(fields::add);
        return new Template(id, new String(json, StandardCharsets.UTF_8), fields);
    }

    /** The part of it that an index which is there can take. */
    String mappings() {
        JsonNode all = Json.read(json.getBytes(StandardCharsets.UTF_8), JsonNode.class);
        return Json.text(Map.of("properties", all.at("/template/mappings/properties")));
    }

    private static byte[] resource(String name) {
        try (InputStream in = Template.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
