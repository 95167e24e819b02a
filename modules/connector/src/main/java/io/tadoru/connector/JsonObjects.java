package io.tadoru.connector;

import com.fasterxml.jackson.core.type.TypeReference;
import io.tadoru.event.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a JSON object, nested or dotted, into dotted names. Lists keep their plain values; of objects in them, the JSON. */
final class JsonObjects implements Reader {
    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};
    private static final int MAX_NAME = 256;
    private static final int MAX_LIST = 1000;

    @Override
    public boolean read(String text, Fill fill) {
        if (!text.startsWith("{")) {
            return false;
        }
        try {
            Map<String, Object> object = Json.MAPPER.readValue(text, OBJECT);
            object.forEach((name, value) -> flatten(name, value, fill));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void flatten(String name, @Nullable Object value, Fill fill) {
        if (value == null || name.length() > MAX_NAME) {
            return;
        }
        if (value instanceof Map<?, ?> object) {
            object.forEach((key, inner) -> flatten(name + "." + key, inner, fill));
        } else {
            fill.put(Surrogates.paired(name), plain(value));
        }
    }

    private static Object plain(Object value) {
        return switch (value) {
            case String s -> Surrogates.paired(s);
            case Long l -> l;
            case Boolean b -> b;
            case Double d -> d.isInfinite() || d.isNaN() ? (Object) d.toString() : d;
            case List<?> list -> list(list);
            case Map<?, ?> object -> Surrogates.paired(Json.text(object));
            default -> value.toString();
        };
    }

    private static List<Object> list(List<?> values) {
        List<Object> plain = new ArrayList<>();
        for (Object value : values.subList(0, Math.min(MAX_LIST, values.size()))) {
            if (value != null) {
                plain.add(value instanceof List<?> inner ? Surrogates.paired(Json.text(inner)) : plain(value));
            }
        }
        return plain;
    }

    @Override
    public String expected() {
        return "a JSON object";
    }
}
