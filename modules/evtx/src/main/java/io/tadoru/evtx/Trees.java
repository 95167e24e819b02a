package io.tadoru.evtx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Elements of any shape as JSON has them: a text, or an object; several of one name become a list. */
final class Trees {
    private static final String TEXT = "text";

    private Trees() {}

    static Object of(Element element) {
        if (element.attributes().isEmpty() && element.children().isEmpty()) {
            return element.text();
        }
        Map<String, Object> object = new LinkedHashMap<>();
        fill(element, object);
        return object;
    }

    static void fill(Element element, Map<String, Object> into) {
        element.attributes().forEach(attribute -> put(into, attribute.name(), attribute.text()));
        element.children().forEach(child -> put(into, child.name(), of(child)));
        if (!element.text().isBlank()) {
            put(into, TEXT, element.text());
        }
    }

    /** Keeps what is there already. */
    @SuppressWarnings("unchecked") // the only lists in these maps are those made here
    static void put(Map<String, Object> into, String name, Object value) {
        Object there = into.putIfAbsent(name, value);
        if (there instanceof List<?> list) {
            ((List<Object>) list).add(value);
        } else if (there != null) {
            into.put(name, new ArrayList<>(List.of(there, value)));
        }
    }

    /** Puts under a dotted path of ours; never under one of the file, which may be endless. */
    static void path(Map<String, Object> into, String path, Object value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            put(into, path, value);
        } else {
            path(within(into, path.substring(0, dot)), path.substring(dot + 1), value);
        }
    }

    /** The object of that name; made when it is not there. */
    @SuppressWarnings("unchecked") // made here
    static Map<String, Object> within(Map<String, Object> into, String name) {
        return (Map<String, Object>) into.computeIfAbsent(name, key -> new LinkedHashMap<String, Object>());
    }
}
