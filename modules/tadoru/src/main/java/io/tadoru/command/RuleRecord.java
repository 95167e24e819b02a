package io.tadoru.command;

import com.fasterxml.jackson.core.type.TypeReference;
import io.tadoru.command.RuleFiles.FieldForm;
import io.tadoru.event.Event;
import io.tadoru.event.EventJson;
import io.tadoru.event.Fields;
import io.tadoru.event.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A line that rules are put to: an event, or a record under Sigma's names with its logsource. */
record RuleRecord(Event event, Map<String, String> logsource) {
    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};
    /** Records of others need not tell when; the rules that ask will not match. */
    private static final String NEVER = "1970-01-01T00:00:00Z";

    /**
     * Reads one line.
     *
     * @throws IllegalArgumentException when it is none, with the reason
     */
    static RuleRecord read(byte[] line, FieldForm form) {
        Map<String, Object> json = json(line);
        return form == FieldForm.sigma
                ? new RuleRecord(event(object(json, "event")), texts(object(json, "logsource")))
                : new RuleRecord(event(json), Map.of());
    }

    private static Map<String, Object> json(byte[] line) {
        try {
            return Json.MAPPER.readValue(line, OBJECT);
        } catch (IOException e) {
            throw new IllegalArgumentException("is no JSON object", e);
        }
    }

    private static Map<String, Object> object(Map<String, Object> json, String name) {
        if (!(json.get(name) instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("has no object '" + name + "'");
        }
        Map<String, Object> object = new LinkedHashMap<>();
        map.forEach((key, value) -> object.put(String.valueOf(key), value));
        return object;
    }

    private static Map<String, String> texts(Map<String, Object> object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.forEach((key, value) -> texts.put(key, String.valueOf(value)));
        return texts;
    }

    private static Event event(Map<String, Object> fields) {
        Map<String, Object> flat = EventJson.flat(fields);
        flat.putIfAbsent(Fields.TIMESTAMP, NEVER);
        return Event.of(flat);
    }
}
