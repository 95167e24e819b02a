package io.tadoru.detection.sequence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys that an event has under some fields: each combination of their values. A field {@code ?name} may be absent, and
 * absent is a value like others then.
 */
record Keys(List<String> fields) {
    /** More keys of one event are an attack, not a key. */
    private static final int MOST = 10_000;

    Keys {
        fields = List.copyOf(fields);
    }

    /** Components that are equal exactly when the key is; empty stands for null. */
    List<List<Optional<Object>>> of(JsonNode document) {
        List<List<Optional<Object>>> keys = List.of(List.of());
        for (String field : fields) {
            List<Optional<Object>> choices = choices(document, field);
            if (choices.size() * (long) keys.size() > MOST) {
                return List.of();
            }
            keys = longer(keys, choices);
        }
        return keys;
    }

    private static List<List<Optional<Object>>> longer(
            List<List<Optional<Object>>> keys, List<Optional<Object>> choices) {
        List<List<Optional<Object>>> longer = new ArrayList<>();
        keys.forEach(key -> choices.forEach(choice -> {
            List<Optional<Object>> one = new ArrayList<>(key);
            one.add(choice);
            longer.add(one);
        }));
        return longer;
    }

    private static List<Optional<Object>> choices(JsonNode document, String field) {
        boolean optional = field.startsWith("?");
        Map<Object, Optional<Object>> distinct = new LinkedHashMap<>();
        Values.of(document, optional ? field.substring(1) : field).forEach(value -> {
            Object identity = Values.identity(value);
            distinct.put(identity, Optional.of(identity));
        });
        return distinct.isEmpty() && optional ? List.of(Optional.empty()) : List.copyOf(distinct.values());
    }
}
