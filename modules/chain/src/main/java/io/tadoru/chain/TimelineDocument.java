package io.tadoru.chain;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.event.Event;
import io.tadoru.event.EventJson;
import io.tadoru.event.Fields;
import io.tadoru.event.Instants;
import io.tadoru.event.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A chain's lines among the other lines of its host, in order of time: made from documents, so that a chain out of
 * Elasticsearch and one of a batch run are told alike.
 */
public final class TimelineDocument {
    private static final List<String> TOLD = List.of("rule", "stage", "grade", "reason");
    private static final Comparator<Map<String, Object>> BY_TIME = Comparator.comparing(TimelineDocument::time)
            .thenComparing(item -> text(item, "hash"))
            .thenComparing(item -> text(item, "id"));

    private TimelineDocument() {}

    /**
     * Of the chain's document alone, or with events as they are stored, nested or dotted; one that is given twice counts
     * once. Evidence whose event is not among them is told from the chain.
     *
     * @param truncated the host had more events than are given
     */
    public static Map<String, Object> of(
            Map<String, ?> chain, Collection<? extends Map<String, ?>> events, boolean truncated) {
        Map<String, List<JsonNode>> evidence = evidence(Json.MAPPER.valueToTree(chain));
        Map<String, Map<String, Object>> items = new LinkedHashMap<>();
        Set<String> met = new LinkedHashSet<>();
        for (Map<String, ?> stored : events) {
            Event event = Event.of(EventJson.flat(stored));
            met.add(event.hash());
            items.putIfAbsent(
                    event.id() + "/" + event.hash(), item(event, evidence.getOrDefault(event.hash(), List.of())));
        }
        List<Map<String, Object>> all = new ArrayList<>(items.values());
        evidence.forEach((hash, marks) -> {
            if (!met.contains(hash)) {
                all.add(item(marks));
            }
        });
        all.sort(BY_TIME);
        Map<String, Object> timeline = new LinkedHashMap<>();
        timeline.put("chain", String.valueOf(chain.get("id")));
        timeline.put("events", all);
        timeline.put("truncated", truncated);
        return timeline;
    }

    private static Map<String, List<JsonNode>> evidence(JsonNode chain) {
        Map<String, List<JsonNode>> byHash = new LinkedHashMap<>();
        for (JsonNode mark : chain.path("detail").path("evidence")) {
            byHash.computeIfAbsent(mark.path("hash").asText(), h -> new ArrayList<>())
                    .add(mark);
        }
        return byHash;
    }

    private static Map<String, Object> item(Event event, List<JsonNode> marks) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("at", String.valueOf(event.get(Fields.TIMESTAMP)));
        copy(event, Fields.LAYER, item, "layer");
        copy(event, Fields.VERDICT, item, "verdict");
        copy(event, event.has(Fields.HOST_ID) ? Fields.HOST_ID : Fields.HOST_NAME, item, "host");
        copy(event, Fields.SOURCE, item, "source");
        copy(event, Fields.MESSAGE, item, "summary");
        copy(event, Fields.EVENT_ID, item, "id");
        item.put("hash", event.hash());
        copy(event, Fields.EVENT_ORIGINAL, item, "original");
        tell(marks, item);
        item.put("event", event.fields());
        return item;
    }

    private static void copy(Event event, String field, Map<String, Object> item, String name) {
        event.text(field).ifPresent(value -> item.put(name, value));
    }

    private static Map<String, Object> item(List<JsonNode> marks) {
        JsonNode first = marks.getFirst();
        Map<String, Object> item = new LinkedHashMap<>();
        for (String name : List.of("at", "layer", "verdict", "source", "hash", "original")) {
            if (first.hasNonNull(name)) {
                item.put(name, first.path(name).asText());
            }
        }
        tell(marks, item);
        return item;
    }

    /** What several rules say of one line stands in one item, for it is one line. */
    private static void tell(List<JsonNode> marks, Map<String, Object> item) {
        item.put("evidence", !marks.isEmpty());
        if (marks.isEmpty()) {
            return;
        }
        item.put("summary", marks.getFirst().path("summary").asText());
        TOLD.forEach(name -> item.put(name, joined(marks, name)));
        marks.stream()
                .filter(m -> m.path("count").asInt() > 1)
                .findFirst()
                .ifPresent(m -> item.putAll(Map.of(
                        "count", m.path("count").asInt(), "last", m.path("last").asText())));
    }

    private static String joined(List<JsonNode> marks, String name) {
        return marks.stream().map(m -> m.path(name).asText()).distinct().collect(Collectors.joining("; "));
    }

    private static Instant time(Map<String, Object> item) {
        return Instants.parse(text(item, "at")).orElse(Instant.MAX);
    }

    private static String text(Map<String, Object> item, String name) {
        return String.valueOf(item.getOrDefault(name, ""));
    }
}
