package io.tadoru.casework;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.event.Json;
import java.io.IOException;
import java.util.Map;

/** The events of a chain's timeline as they are stored, ECS, one JSON object a line: for tools that read ECS. */
public final class EcsLines {
    private EcsLines() {}

    /** Of a timeline as the API gives it, in order of time; a line whose event is not at hand is left out. */
    public static void write(Map<String, ?> timeline, Appendable out) throws IOException {
        JsonNode document = Json.MAPPER.valueToTree(timeline);
        write(document.path("events"), out);
    }

    static void write(Iterable<JsonNode> timeline, Appendable out) throws IOException {
        for (JsonNode item : timeline) {
            if (item.path("event").isObject()) {
                out.append(StableJson.line(item.path("event")));
            }
        }
    }
}
