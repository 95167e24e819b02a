package io.tadoru.casework;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which rules, connectors and program a chain was made by: what an examiner needs to make it again. */
final class Versions {
    private Versions() {}

    static Map<String, Object> of(CaseMaterial material) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("program", material.program());
        all.put("definition", ChainFields.text(material.chain(), "definition"));
        all.put("rules", rules(material.chain()));
        all.put("connectors", connectors(material.events()));
        return all;
    }

    private static List<Map<String, String>> rules(JsonNode chain) {
        Map<String, Map<String, String>> rules = new TreeMap<>();
        for (JsonNode mark : chain.path("detail").path("evidence")) {
            String id = mark.path("rule_id").asText();
            String version = mark.path("rule_version").asText();
            rules.put(
                    id + " " + version,
                    Map.of(
                            "id",
                            id,
                            "version",
                            version,
                            "title",
                            mark.path("rule").asText()));
        }
        return new ArrayList<>(rules.values());
    }

    private static List<Map<String, String>> connectors(List<JsonNode> events) {
        Map<String, Map<String, String>> connectors = new TreeMap<>();
        for (JsonNode item : events) {
            String id = ChainFields.text(item.path("event"), "tadoru.connector.id");
            String version = ChainFields.text(item.path("event"), "tadoru.connector.version");
            if (!id.isEmpty()) {
                connectors.put(id + " " + version, Map.of("id", id, "version", version));
            }
        }
        return new ArrayList<>(connectors.values());
    }
}
