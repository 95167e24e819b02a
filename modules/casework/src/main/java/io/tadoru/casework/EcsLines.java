package io.tadoru.casework;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** The events of a chain's timeline as they are stored, ECS, one JSON object a line: for tools that read ECS. */
public final class EcsLines {
    private EcsLines() {}

    /** In order of time; a line of evidence whose event is not at hand is left out. */
    public static void write(Iterable<JsonNode> timeline, Appendable out) throws IOException {
        for (JsonNode item : timeline) {
            if (item.path("event").isObject()) {
                out.append(StableJson.line(item.path("event")));
            }
        }
    }
}
