package io.tadoru.connector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tadoru.event.Layer;
import io.tadoru.event.Strength;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The language of {@code connector.yml} as a JSON Schema (draft 2020-12), for the completion and the red lines of editors. Made of the very
 * words that the compiler takes, so that both accept the same.
 */
public final class Schema {
    private static final Map<String, Object> TEXT = Map.of("type", List.of("string", "number", "boolean"));
    private static final Map<String, Object> TEXTS = oneOrMore(TEXT);
    private static final Map<String, Object> FLAG = Map.of("type", "boolean");

    private static final ObjectWriter WRITER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build()
            .writerWithDefaultPrettyPrinter();

    private Schema() {}

    /** The schema, as what JSON is made of. */
    static Map<String, Object> document() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Tadoru's connector.yml, see docs/connectors.md");
        schema.putAll(object(properties(Plan.KEYS), List.of("vendor", "product", "layer", "detect")));
        schema.put("$defs", definitions());
        return schema;
    }

    /** The schema as text, the same every time. */
    public static String text() {
        try {
            return WRITER.writeValueAsString(document()) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> definitions() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("branch", object(properties(Block.BRANCH), List.of()));
        all.put("reader", reader());
        all.put("end", anyOf(TEXT, object(Map.of("when", ref("when"), "reason", TEXT), List.of("when", "reason"))));
        all.put("when", when());
        all.put("test", test());
        all.put("source", source());
        all.put("set", set());
        all.put("observation", observation());
        all.put("assembly", assembly());
        return all;
    }

    private static Map<String, Object> properties(List<String> keys) {
        Map<String, Object> properties = new LinkedHashMap<>();
        keys.forEach(key -> properties.put(key, section(key)));
        return properties;
    }

    private static Map<String, Object> section(String key) {
        return switch (key) {
            case "layer" -> words(Arrays.stream(Layer.values()).map(Layer::text).toList());
            case "detect" -> anyOf(TEXTS, object(Map.of("lines", TEXTS, "fallback", FLAG), List.of("lines")));
            case "frame" -> anyOf(syslog(), object(frame(), List.of()));
            case "read" -> oneOrMore(ref("reader"));
            case "reject", "drop" -> oneOrMore(ref("end"));
            case "choose" -> oneOrMore(ref("branch"));
            case "use" ->
                anyOf(
                        TEXT,
                        object(
                                Map.of("connector", TEXT, "from", TEXT, "optional", FLAG, "keep", FLAG),
                                List.of("connector")));
            case "map" -> fields(oneOrMore(ref("source")), true);
            case "adopt" -> FLAG;
            case "classify" -> oneOrMore(object(Map.of("when", ref("when"), "set", ref("set")), List.of("set")));
            case "observe" -> oneOrMore(ref("observation"));
            case "when" -> ref("when");
            case "keep" -> TEXTS;
            case "assemble" -> oneOrMore(ref("assembly"));
            case "tables" -> Map.of("type", "object", "additionalProperties", Map.of("type", "object"));
            default -> TEXT;
        };
    }

    private static Map<String, Object> syslog() {
        return words(List.of("any", "syslog", "none"));
    }

    private static Map<String, Object> frame() {
        return Map.of("syslog", syslog(), "header", TEXT, "starts", TEXT);
    }

    private static Map<String, Object> reader() {
        Map<String, Object> keys = new TreeMap<>();
        ReadSection.KEYS.forEach(key -> keys.put(key, TEXT));
        Map<String, Object> bare = anyOf(TEXT, object(Map.of(), List.of()));
        List.of("json", "cef", "leef", "xml").forEach(key -> keys.put(key, bare));
        keys.put("optional", FLAG);
        keys.put("absent", TEXTS);
        keys.put("from", TEXTS);
        keys.put("when", ref("when"));
        keys.put("regex", TEXTS);
        keys.put("grok", TEXTS);
        keys.put("kv", anyOf(TEXT, object(Map.of("between", TEXT, "assign", TEXT, "quotes", FLAG), List.of())));
        keys.put("csv", object(Map.of("columns", TEXTS, "header", FLAG, "separator", TEXT), List.of()));
        keys.put("w3c", anyOf(TEXT, object(Map.of("columns", TEXTS, "separator", TEXT), List.of())));
        return anyOf(words(List.of("json", "kv", "w3c", "xml", "cef", "leef")), object(keys, List.of()));
    }

    private static Map<String, Object> when() {
        Map<String, Object> inner = oneOrMore(ref("when"));
        return Map.of(
                "type", "object",
                "properties", Map.of("any", inner, "all", inner, "not", inner),
                "additionalProperties", anyOf(TEXTS, ref("test")));
    }

    private static Map<String, Object> test() {
        Map<String, Object> keys = new TreeMap<>();
        Conditions.TESTS.forEach(key -> keys.put(key, TEXTS));
        keys.put("exists", FLAG);
        return object(keys, List.of());
    }

    private static Map<String, Object> source() {
        Map<String, Object> keys = new TreeMap<>();
        MapSection.KEYS.forEach(key -> keys.put(key, TEXT));
        List.of("from", "all", "const", "default", "format").forEach(key -> keys.put(key, TEXTS));
        keys.put("when", ref("when"));
        keys.put("as", oneOrMore(words(Converters.names())));
        keys.put("lookup", anyOf(TEXT, Map.of("type", "object")));
        keys.put("keep", FLAG);
        return anyOf(TEXT, object(keys, List.of()));
    }

    private static Map<String, Object> set() {
        Map<String, Object> fields = new LinkedHashMap<>(fields(TEXTS, false));
        Map<String, Object> fixed = new TreeMap<>();
        Vocabulary.WORDS.forEach((field, words) -> fixed.put(field, oneOrMore(words(words))));
        fields.put("properties", fixed);
        return fields;
    }

    private static Map<String, Object> assembly() {
        Map<String, Object> duration = Map.of("type", "string", "pattern", "^[0-9]{1,4}[smhd]$");
        Map<String, Object> keys = Map.of(
                "by",
                TEXTS,
                "within",
                duration,
                "keep",
                duration,
                "share",
                oneOrMore(words(names())),
                "to",
                ref("when"));
        return object(keys, List.of("by", "within", "share"));
    }

    private static Map<String, Object> observation() {
        Map<String, Object> keys = new TreeMap<>();
        Observe.KEYS.forEach(key -> keys.put(key, TEXTS));
        keys.put("when", ref("when"));
        keys.put(
                "strength",
                words(Arrays.stream(Strength.values())
                        .map(strength -> strength.name().toLowerCase(Locale.ROOT))
                        .toList()));
        return object(keys, List.of("strength"));
    }

    /** A mapping whose keys are fields of the event, or names that stand for several. */
    private static Map<String, Object> fields(Map<String, Object> value, boolean macros) {
        Map<String, Object> names = words(names());
        Map<String, Object> several = Map.of("pattern", "\\.(account|hash)$");
        return Map.of(
                "type",
                "object",
                "propertyNames",
                macros ? anyOf(names, several) : names,
                "additionalProperties",
                value);
    }

    private static List<String> names() {
        return List.copyOf(new TreeSet<>(EcsFields.names()));
    }

    private static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("properties", new TreeMap<>(properties));
        object.put("required", required);
        object.put("additionalProperties", false);
        return object;
    }

    private static Map<String, Object> words(List<String> words) {
        return Map.of("enum", words);
    }

    private static Map<String, Object> oneOrMore(Map<String, Object> one) {
        return anyOf(one, Map.of("type", "array", "items", one));
    }

    private static Map<String, Object> anyOf(Object... choices) {
        return Map.of("anyOf", List.of(choices));
    }

    private static Map<String, Object> ref(String definition) {
        return Map.of("$ref", "#/$defs/" + definition);
    }
}
