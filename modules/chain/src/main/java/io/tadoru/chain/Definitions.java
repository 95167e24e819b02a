package io.tadoru.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads chain definitions; a mistake in one stops the start and names the file. */
public final class Definitions {
    private static final ObjectReader YAML =
            new YAMLMapper().readerFor(WrittenDefinition.class).with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private Definitions() {}

    /**
     * Reads all {@code *.yml} of a folder, in the order in which they look at marks.
     *
     * @throws IllegalArgumentException when one is none, with the file and what is wrong
     */
    public static List<Definition> load(Path folder) {
        Map<Path, WrittenDefinition> written = new LinkedHashMap<>();
        files(folder).forEach(file -> written.put(file, written(file)));
        Map<String, WrittenDefinition> byId = new HashMap<>();
        written.forEach((file, one) -> {
            if (byId.putIfAbsent(one.id(), one) != null) {
                throw new IllegalArgumentException(file + ": another file has the id " + one.id());
            }
        });
        List<Definition> read = new ArrayList<>();
        written.forEach((file, one) -> read.add(definition(file, one, byId)));
        read.sort(Comparator.comparingInt(Definition::order).thenComparing(Definition::id));
        return List.copyOf(read);
    }

    /** What is wrong with the definitions of a folder, for who checks them; empty when all can be used. */
    public static Optional<String> wrong(Path folder) {
        try {
            var unused = load(folder);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files =
                    all.filter(f -> f.toString().endsWith(".yml")).sorted().toList();
            if (files.isEmpty()) {
                throw new IllegalArgumentException(folder + ": no chain definition (*.yml) in it");
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Definition definition(Path file, WrittenDefinition written, Map<String, WrittenDefinition> others) {
        try {
            return written.definition(like(written.linksAs(), others));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable WrittenDefinition like(@Nullable String id, Map<String, WrittenDefinition> others) {
        if (id != null && !others.containsKey(id)) {
            throw new IllegalArgumentException("linksAs: there is no definition " + id);
        }
        return id == null ? null : others.get(id);
    }

    private static WrittenDefinition written(Path file) {
        try {
            return YAML.readValue(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
