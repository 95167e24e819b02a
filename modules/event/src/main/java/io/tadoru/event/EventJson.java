package io.tadoru.event;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The event on the wire: one flat JSON object with dotted names, which Elasticsearch indexes as it stands. Elastic's nested
 * form is flattened on input.
 */
public final class EventJson {
    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};

    private EventJson() {}

    public static byte[] encode(Event event) {
        return Json.bytes(event.fields());
    }

    /**
     * Reads dotted, nested and mixed forms.
     *
     * @throws UncheckedIOException when it is no JSON object
     * @throws IllegalArgumentException when it is no event
     */
    public static Event decode(byte[] json) {
        try {
            return Event.of(flat(Json.MAPPER.readValue(json, OBJECT)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nested objects become dotted names, {@link Fields#VENDOR} stays an object. Nulls and empty objects vanish. */
    public static Map<String, Object> flat(Map<String, ?> nested) {
        Map<String, Object> flat = new LinkedHashMap<>();
        nested.forEach((name, value) -> flatten(name, value, flat));
        return flat;
    }

    private static void flatten(String name, Object value, Map<String, Object> into) {
        if (value instanceof Map<?, ?> object && !name.equals(Fields.VENDOR)) {
            object.forEach((key, inner) -> flatten(name + "." + key, inner, into));
        } else if (value != null) {
            into.put(name, value);
        }
    }
}
