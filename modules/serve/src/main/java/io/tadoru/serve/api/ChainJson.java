package io.tadoru.serve.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A chain as the API gives it: as Elasticsearch has it, with the layers as objects. */
final class ChainJson {
    private static final String LAYERS = "layers";
    private static final String PREFIX = LAYERS + ".";

    private ChainJson() {}

    static Map<String, Object> of(Map<String, Object> document) {
        Map<String, Object> chain = new LinkedHashMap<>();
        Map<String, Map<String, Object>> layers = new LinkedHashMap<>();
        chain.put(LAYERS, layers);
        document.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                place(name.substring(PREFIX.length()), value, layers);
            } else if (!(name.equals(LAYERS) && value instanceof Map<?, ?> nested && adopt(nested, layers))) {
                chain.put(name, value);
            }
        });
        return chain;
    }

    /** {@code mail.verdict}. */
    private static void place(String name, Object value, Map<String, Map<String, Object>> layers) {
        int dot = name.lastIndexOf('.');
        if (dot > 0) {
            layers.computeIfAbsent(name.substring(0, dot), layer -> new LinkedHashMap<>())
                    .put(name.substring(dot + 1), value);
        }
    }

    private static boolean adopt(Map<?, ?> nested, Map<String, Map<String, Object>> layers) {
        nested.forEach((layer, parts) -> {
            if (parts instanceof Map<?, ?> named) {
                named.forEach((name, value) -> place(layer + "." + name, Objects.requireNonNull(value), layers));
            }
        });
        return true;
    }
}
