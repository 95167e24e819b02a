package io.tadoru.connector;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The fields that a connector may set, each with its type, from {@code ecs.txt}. */
final class EcsFields {
    private static final Map<String, Ecs> FIELDS = read();

    /** A field's type, and whether it is a list always. */
    record Ecs(Type type, boolean list) {}

    private EcsFields() {}

    static Optional<Ecs> find(String field) {
        return Optional.ofNullable(FIELDS.get(field));
    }

    /** Whether the field is a list always. */
    static boolean isList(String field) {
        return find(field).filter(Ecs::list).isPresent();
    }

    static Set<String> names() {
        return FIELDS.keySet();
    }

    private static Map<String, Ecs> read() {
        InputStream file = Objects.requireNonNull(EcsFields.class.getResourceAsStream("ecs.txt"), "ecs.txt");
        Map<String, Ecs> fields = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> group(line, fields));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(fields);
    }

    private static void group(String line, Map<String, Ecs> into) {
        int colon = line.indexOf(": ");
        String prefix = colon < 0 ? "" : line.substring(0, colon) + ".";
        for (String word : line.substring(colon < 0 ? 0 : colon + 2).split(" ")) {
            String[] parts = word.split("=");
            String name = parts[0].replace("[]", "");
            into.put(prefix + name, new Ecs(parts.length > 1 ? Type.of(parts[1]) : Type.TEXT, parts[0].endsWith("[]")));
        }
    }
}
