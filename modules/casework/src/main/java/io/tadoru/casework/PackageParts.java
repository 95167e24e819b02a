package io.tadoru.casework;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tadoru.event.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of a package, in the order in which the zip holds them. */
final class PackageParts {
    /** A package is read by people and laptops; beyond this the chain's own lines go first. */
    static final int MOST_EVENTS = 10_000;

    private PackageParts() {}

    static Map<String, byte[]> of(CaseMaterial whole) throws IOException {
        List<String> cut = new ArrayList<>();
        CaseMaterial material = bounded(whole, cut);
        OriginalLines lines = OriginalLines.of(material.events());
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("README.txt", Pages.readme(material, lines, cut));
        parts.put("timeline.html", Pages.timeline(material, lines, cut));
        parts.put("chain.json", StableJson.pretty(material.chain()));
        timeline(material, parts);
        lines.into(parts);
        parts.put("revisions.json", StableJson.pretty(material.revisions()));
        parts.put("spread.json", StableJson.pretty(material.spread()));
        parts.put("coverage.json", StableJson.pretty(material.coverage()));
        parts.put("versions.json", StableJson.pretty(Versions.of(material)));
        parts.put(PackageManifest.JSON, PackageManifest.json(material, parts, cut));
        parts.put(PackageManifest.SUMS, PackageManifest.sumsOf(parts));
        return parts;
    }

    private static void timeline(CaseMaterial material, Map<String, byte[]> parts) throws IOException {
        StringBuilder csv = new StringBuilder();
        StringBuilder jsonl = new StringBuilder();
        StringBuilder ecs = new StringBuilder();
        Timesketch.csv(map(material.chain()), map(material.timeline()), csv);
        Timesketch.jsonl(map(material.chain()), map(material.timeline()), jsonl);
        EcsLines.write(material.events(), ecs);
        parts.put("timeline.csv", csv.toString().getBytes(StandardCharsets.UTF_8));
        parts.put("timeline.jsonl", jsonl.toString().getBytes(StandardCharsets.UTF_8));
        parts.put("events.ndjson", ecs.toString().getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings("unchecked") // a JSON object is a map of names
    private static Map<String, Object> map(JsonNode object) {
        return Json.MAPPER.convertValue(object, Map.class);
    }

    private static CaseMaterial bounded(CaseMaterial whole, List<String> cut) {
        if (whole.timeline().path("truncated").asBoolean()) {
            cut.add("The host had more other events around the chain than are here; every line of evidence is here.");
        }
        int beyond = whole.chain().path("detail").path("evidence_beyond").asInt();
        if (beyond > 0) {
            cut.add(beyond + " further lines belong to the chain and are counted in it, but not kept one by one.");
        }
        List<JsonNode> events = whole.events();
        return events.size() <= MOST_EVENTS ? whole : shortened(whole, events, cut);
    }

    private static CaseMaterial shortened(CaseMaterial whole, List<JsonNode> events, List<String> cut) {
        List<JsonNode> kept = new ArrayList<>();
        long room = MOST_EVENTS - events.stream().filter(PackageParts::evidence).count();
        for (JsonNode event : events) {
            if (evidence(event) || room-- > 0) {
                kept.add(event);
            }
        }
        cut.add(events.size() - kept.size() + " of the host's other events around the chain were left out.");
        ObjectNode timeline = whole.timeline().deepCopy();
        timeline.set("events", Json.MAPPER.valueToTree(kept));
        return new CaseMaterial(
                whole.chain(), timeline, whole.revisions(), whole.spread(), whole.coverage(), whole.program());
    }

    private static boolean evidence(JsonNode event) {
        return event.path("evidence").asBoolean();
    }
}
