package io.tadoru.store;

import io.tadoru.event.Excerpt;
import io.tadoru.event.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes any document fit a strict mapping: what the mapping does not know moves into one field that takes everything, so
 * that an unexpected field never costs the document.
 */
final class Fitting {
    private static final int DEPTH = 8;
    private static final int KEY_LENGTH = 256;

    private final Set<String> known;
    private final String rest;

    /**
     * Fits to a mapping.
     *
     * @param rest the field that takes what is unknown
     */
    Fitting(Set<String> known, String rest) {
        this.known = known;
        this.rest = rest;
    }

    Map<String, Object> fit(Map<String, ?> document) {
        Map<String, Object> fitted = new LinkedHashMap<>();
        Map<String, Object> left = new LinkedHashMap<>();
        document.forEach((name, value) -> place(name, value, fitted, left));
        if (!left.isEmpty()) {
            fitted.put(rest, left);
        }
        return fitted;
    }

    private void place(String name, @Nullable Object value, Map<String, Object> fitted, Map<String, Object> left) {
        if (name.equals(rest)) {
            merge(value, left);
        } else if (known.contains(name) && plain(value)) {
            fitted.put(name, value);
        } else if (value instanceof Map<?, ?> object) {
            object.forEach((key, inner) -> place(name + "." + key, inner, fitted, left));
        } else if (value != null) {
            left.put(key(name), bounded(value, DEPTH));
        }
    }

    private static void merge(@Nullable Object value, Map<String, Object> left) {
        if (value instanceof Map<?, ?> object) {
            left.putAll(bounded(object, DEPTH));
        } else if (value != null) {
            left.put("value", bounded(value, DEPTH));
        }
    }

    private static boolean plain(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Map<?, ?> object -> false;
            case List<?> list -> list.stream().noneMatch(v -> v instanceof Map || v instanceof List);
            default -> true;
        };
    }

    private static Object bounded(Object value, int depth) {
        return switch (value) {
            case Map<?, ?> object -> depth == 0 ? Json.text(object) : bounded(object, depth);
            case List<?> list -> depth == 0 ? Json.text(list) : bounded(list, depth);
            default -> value;
        };
    }

    private static Map<String, Object> bounded(Map<?, ?> object, int depth) {
        Map<String, Object> inner = new LinkedHashMap<>();
        object.forEach((key, value) -> {
            if (value != null) {
                inner.put(key(String.valueOf(key)), bounded(value, depth - 1));
            }
        });
        return inner;
    }

    private static List<Object> bounded(List<?> list, int depth) {
        return list.stream()
                .filter(v -> v != null)
                .map(v -> bounded(v, depth - 1))
                .toList();
    }

    /** Elasticsearch refuses NUL in the keys of a flattened object, and terms over 32 KB, of which the key is a part. */
    private static String key(String name) {
        String bare = name.isEmpty() ? "_" : name.replace('\0', '_');
        return Excerpt.cut(bare, KEY_LENGTH);
    }
}
