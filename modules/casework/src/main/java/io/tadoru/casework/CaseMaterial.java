package io.tadoru.casework;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.chain.TimelineDocument;
import io.tadoru.event.Json;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * All that is handed over of one chain, each part in the form that the API gives it.
 *
 * @param chain with {@code detail}; its layers nested or dotted
 * @param timeline of {@link TimelineDocument}
 * @param program name and version of what made it
 */
public record CaseMaterial(
        JsonNode chain, JsonNode timeline, JsonNode revisions, JsonNode spread, JsonNode coverage, String program) {

    /** From documents as they come out of the store. */
    public static CaseMaterial of(
            Map<String, ?> chain,
            Map<String, ?> timeline,
            Map<String, ?> revisions,
            Map<String, ?> spread,
            Map<String, ?> coverage,
            String program) {
        return new CaseMaterial(node(chain), node(timeline), node(revisions), node(spread), node(coverage), program);
    }

    /** Where only the chain and events are at hand, as after a batch run: what is not known is not told. */
    public static CaseMaterial of(Map<String, ?> chain, Collection<? extends Map<String, ?>> events, String program) {
        return of(chain, TimelineDocument.of(chain, events, false), Map.of(), Map.of(), Map.of(), program);
    }

    /** From the parts that the store gives under these names in one map. */
    public static CaseMaterial of(Map<String, ?> parts, String program) {
        JsonNode all = node(parts);
        return new CaseMaterial(
                all.path("chain"),
                all.path("timeline"),
                all.path("revisions"),
                all.path("spread"),
                all.path("coverage"),
                program);
    }

    private static JsonNode node(Map<String, ?> document) {
        return Json.MAPPER.valueToTree(document);
    }

    /** The chain's own document, layers nested whatever they were. */
    JsonNode layer(String name) {
        return ChainFields.layer(chain, name);
    }

    List<JsonNode> events() {
        return ChainFields.list(timeline.path("events"));
    }

    List<JsonNode> evidence() {
        return events().stream().filter(e -> e.path("evidence").asBoolean()).toList();
    }
}
