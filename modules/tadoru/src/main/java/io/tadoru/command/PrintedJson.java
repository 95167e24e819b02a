package io.tadoru.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.casework.Escape;
import io.tadoru.event.Json;
import java.io.UncheckedIOException;

/** JSON for a terminal or a program: the same values, and no character that could steer a terminal. */
final class PrintedJson {
    private PrintedJson() {}

    static String of(JsonNode value) {
        try {
            String text = Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
            StringBuilder out = new StringBuilder();
            text.codePoints().forEach(c -> append(c, out));
            return out.toString();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Outside of strings all is plain, so an escape is always within one. */
    private static void append(int c, StringBuilder out) {
        String plain = Character.toString(c);
        if (c == '\n' || Escape.terminal(plain).equals(plain)) {
            out.append(plain);
        } else {
            plain.chars().forEach(unit -> out.append("\\u%04x".formatted(unit)));
        }
    }
}
