package io.tadoru.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.tadoru.event.Json;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** JSON whose bytes depend on what it says alone: names in order, {@code \n} everywhere, no control character unescaped. */
final class StableJson {
    private static final ObjectMapper SORTED =
            Json.MAPPER.copy().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter LINE = visible(SORTED.writer());
    private static final ObjectWriter PRETTY = visible(
            SORTED.writer(new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT)));

    private StableJson() {}

    private static ObjectWriter visible(ObjectWriter writer) {
        return writer.with(new VisibleControls());
    }

    /** One line, with its end. */
    static String line(Object value) {
        return write(LINE, value);
    }

    static byte[] pretty(Object value) {
        return write(PRETTY, value).getBytes(StandardCharsets.UTF_8);
    }

    private static String write(ObjectWriter writer, Object value) {
        try {
            Object plain = value instanceof JsonNode node ? Json.MAPPER.treeToValue(node, Object.class) : value;
            return writer.writeValueAsString(plain) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
