package io.tadoru.evtx;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What the provider itself says of its event. */
final class EventData {
    private EventData() {}

    /** Values by name; one without a name is called after its place, as Winlogbeat does. */
    static void put(Element part, Map<String, Object> winlog) {
        Map<String, Object> data = new LinkedHashMap<>();
        int place = 0;
        for (Element child : part.children()) {
            place++;
            String name = child.attribute("Name");
            boolean unnamed = name.isEmpty() && child.name().equals("Data");
            Trees.put(data, unnamed ? "param" + place : name.isEmpty() ? child.name() : name, value(child));
        }
        if (!part.text().isBlank()) {
            Trees.put(data, "text", part.text());
        }
        for (Element attribute : part.attributes()) {
            Trees.put(
                    winlog,
                    "event_data_" + attribute.name().replace(':', '_').toLowerCase(Locale.ROOT),
                    attribute.text());
        }
        Trees.put(winlog, "event_data", data);
    }

    /** The name is said already; what else there is to say is rare, and kept. */
    private static Object value(Element child) {
        boolean plain = child.children().isEmpty()
                && child.attributes().stream()
                        .allMatch(attribute -> attribute.name().equals("Name"));
        return plain ? child.text() : Trees.of(child);
    }

    /** The provider's own element, its name as Winlogbeat has it. */
    static Object user(Element part) {
        if (part.children().size() != 1 || !part.attributes().isEmpty()) {
            return Trees.of(part);
        }
        Element only = part.children().get(0);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("xml_name", only.name());
        Trees.fill(only, data);
        return data;
    }
}
