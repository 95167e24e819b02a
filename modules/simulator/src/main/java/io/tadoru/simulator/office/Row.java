package io.tadoru.simulator.office;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tadoru.event.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One incident of truth.json in the making: what happened is noted while it happens, hashes when lines are written. */
final class Row {
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final Map<String, List<String>> layers = new LinkedHashMap<>();
    private final Hashes evidence = new Hashes();
    private final Hashes allowed = new Hashes();
    private final List<Hashes> shared = new ArrayList<>();

    Row(String id, String kind, String definition) {
        facts.put("id", id);
        facts.put("kind", kind);
        facts.put("definition", definition);
        facts.put("real", true);
    }

    /** What is allowed beside another's may stand beside this one's, too. */
    Row shares(Hashes others) {
        shared.add(others);
        return this;
    }

    Hashes evidence() {
        return evidence;
    }

    Hashes allowed() {
        return allowed;
    }

    Row on(Victim victim) {
        facts.put("host", victim.machine().name());
        return by(victim.pc().user());
    }

    Row by(String user) {
        facts.put("user", user);
        return this;
    }

    Row and(String... hosts) {
        facts.put("hosts", List.of(hosts));
        return this;
    }

    Row group(String id) {
        facts.put("group", id);
        return this;
    }

    Row neverRan() {
        facts.put("real", false);
        return this;
    }

    Row status(String... words) {
        facts.put("status", List.of(words));
        return this;
    }

    Row infected(Instant at, boolean decidable) {
        facts.put("infected", Map.of("at", at.toString(), "decidable", decidable));
        return this;
    }

    Row quarantinedAt(Instant at) {
        facts.put("quarantined_at", at.toString());
        return this;
    }

    Row layer(String layer, String... words) {
        layers.put(layer, List.of(words));
        return this;
    }

    Row layers(String mail, String swg, String firewall, String epp) {
        return layer("mail", mail).layer("swg", swg).layer("firewall", firewall).layer("epp", epp);
    }

    Row undecidable(String... what) {
        facts.put("undecidable", List.of(what));
        return this;
    }

    Row alarming(boolean alarming) {
        facts.put("notify", alarming);
        return this;
    }

    ObjectNode json() {
        ObjectNode json = Json.MAPPER.valueToTree(facts);
        ObjectNode words = json.putObject("layers");
        layers.forEach((layer, any) -> {
            if (any.size() == 1) {
                words.put(layer, any.getFirst());
            } else {
                any.forEach(words.putArray(layer)::add);
            }
        });
        evidence.all().forEach(json.putArray("evidence")::add);
        ArrayNode beside = json.putArray("allowed");
        allowed.all().forEach(beside::add);
        shared.forEach(hashes -> hashes.all().forEach(beside::add));
        return json;
    }
}
