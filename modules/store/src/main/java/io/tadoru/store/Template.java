package io.tadoru.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.event.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** An index template as it lies among the resources: what Elasticsearch is told, and what documents must fit. */
enum Template {
    EVENTS("tadoru-events"),
    CHAINS("tadoru-chains"),
    REJECTS("tadoru-rejects");

    private final String id;
    private final byte[] json;
    private final Set<String> fields;

    Template(String id) {
        this.id = id;
        this.json = resource(id + ".json");
        this.fields = names(json);
    }

    private static byte[] resource(String name) {
        try (InputStream in = Template.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> names(byte[] json) {
        Set<String> names = new TreeSet<>();
        Json.read(json, JsonNode.class)
                .at("/template/mappings/properties")
                .fieldNames()
                .forEachRemaining(names::add);
        return Collections.unmodifiableSet(names);
    }

    /** The template's name in Elasticsearch, and the beginning of its indices' names. */
    String id() {
        return id;
    }

    String json() {
        return new String(json, StandardCharsets.UTF_8);
    }

    /** Dotted names of all fields that are mapped. */
    Set<String> fields() {
        return fields;
    }
}
