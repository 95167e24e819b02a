package io.tadoru.serve.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.tadoru.event.Instants;
import io.tadoru.event.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The body of a request that changes something: a JSON object of known names with bounded texts. */
final class JsonBody {
    private static final int LARGEST = 64 * 1024;

    private final JsonNode object;

    private JsonBody(JsonNode object) {
        this.object = object;
    }

    static JsonBody of(Context context, Set<String> known) throws IOException {
        String type = context.req().getContentType();
        if (type == null
                || !type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json")) {
            throw Problem.of(415, "Unsupported media type", "The body must be application/json.");
        }
        byte[] body = context.req().getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw Problem.of(413, "Too large", "The body exceeds " + LARGEST + " bytes.");
        }
        return of(body, known);
    }

    static JsonBody of(byte[] body, Set<String> known) {
        JsonNode object = read(body);
        for (Map.Entry<String, JsonNode> part : object.properties()) {
            if (!known.contains(part.getKey())
                    || !(part.getValue().isTextual() || part.getValue().isNull())) {
                throw Problem.bad("The body is an object of texts named "
                        + String.join(", ", known.stream().sorted().toList()) + ".");
            }
        }
        return new JsonBody(object);
    }

    private static JsonNode read(byte[] body) {
        try {
            JsonNode object = Json.MAPPER.readTree(body);
            if (object != null && object.isObject()) {
                return object;
            }
        } catch (IOException e) {
            throw Problem.bad("The body is not JSON.");
        }
        throw Problem.bad("The body is not a JSON object.");
    }

    /** Empty when it is not given. */
    String text(String name, int most) {
        String text = object.path(name).asText("").strip();
        if (object.path(name).isNull()) {
            return "";
        }
        if (text.length() > most) {
            throw Problem.bad(name + " is longer than " + most + " characters.");
        }
        if (text.chars().anyMatch(c -> (c < ' ' && c != '\n' && c != '\t') || c == 0x7f)) {
            throw Problem.bad(name + " has control characters.");
        }
        return text;
    }

    String needed(String name, int most) {
        String text = text(name, most);
        if (text.isEmpty()) {
            throw Problem.bad(name + " is needed.");
        }
        return text;
    }

    Instant time(String name) {
        return Instants.parse(needed(name, 40))
                .orElseThrow(() -> Problem.bad(name + " is no time such as 2026-12-31T00:00:00Z."));
    }
}
