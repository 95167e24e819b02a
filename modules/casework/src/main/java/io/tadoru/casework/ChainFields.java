package io.tadoru.casework;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.event.Instants;
import io.tadoru.event.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads documents of chains and events, whether their names are dotted or nested. */
final class ChainFields {
    static final List<String> LAYERS = List.of("mail", "swg", "firewall", "epp");

    private ChainFields() {}

    static JsonNode field(JsonNode document, String name) {
        JsonNode whole = document.path(name);
        int dot = name.lastIndexOf('.');
        return !whole.isMissingNode() || dot < 0
                ? whole
                : field(document, name.substring(0, dot)).path(name.substring(dot + 1));
    }

    static JsonNode layer(JsonNode chain, String layer) {
        var nested = Json.MAPPER.createObjectNode();
        for (String part : List.of("verdict", "at")) {
            JsonNode value = field(chain, "layers." + layer + "." + part);
            if (!value.isMissingNode()) {
                nested.set(part, value);
            }
        }
        return nested;
    }

    static String text(JsonNode document, String name) {
        return field(document, name).asText();
    }

    static Optional<Instant> instant(JsonNode document, String name) {
        return Instants.parse(text(document, name));
    }

    static List<JsonNode> list(JsonNode array) {
        List<JsonNode> all = new ArrayList<>();
        array.forEach(all::add);
        return all;
    }

    /** Of a value that may be one or a list. */
    static List<String> texts(JsonNode document, String name) {
        JsonNode value = field(document, name);
        if (value.isArray()) {
            return list(value).stream().map(JsonNode::asText).toList();
        }
        return value.isValueNode() && !value.isNull() ? List.of(value.asText()) : List.of();
    }
}
