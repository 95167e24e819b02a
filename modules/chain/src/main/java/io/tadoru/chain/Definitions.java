package io.tadoru.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.tadoru.detection.Level;
import io.tadoru.detection.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads chain definitions; a mistake in one stops the start and names the file. */
public final class Definitions {
    private static final ObjectReader YAML =
            new YAMLMapper().readerFor(Written.class).with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private Definitions() {}

    /** The file's own shape; durations are written {@code 30m}, {@code 4h}, {@code 7d}. */
    private record Written(
            String id,
            String title,
            String severity,
            String sameArtifactWithin,
            Map<String, Map<String, String>> within,
            int deliveries,
            Set<String> hubs) {}

    /**
     * Reads the definition in a file.
     *
     * @throws IllegalArgumentException when it is none, with the file and what is wrong
     */
    public static Definition read(Path file) {
        try {
            return definition(YAML.readValue(Files.readString(file)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Definition definition(Written w) {
        List<Definition.Window> windows = w.within().entrySet().stream()
                .flatMap(from -> from.getValue().entrySet().stream()
                        .map(to -> new Definition.Window(
                                stage(from.getKey()), stage(to.getKey()), duration(to.getValue()))))
                .toList();
        return new Definition(
                w.id(),
                w.title(),
                Level.of(w.severity())
                        .orElseThrow(() -> new IllegalArgumentException("no such severity: " + w.severity())),
                duration(w.sameArtifactWithin()),
                windows,
                w.deliveries(),
                w.hubs());
    }

    private static Stage stage(String name) {
        return Stage.of(name).orElseThrow(() -> new IllegalArgumentException("no such stage: " + name));
    }

    static Duration duration(String text) {
        String t = text.toUpperCase(Locale.ROOT);
        return Duration.parse(t.endsWith("D") ? "P" + t : "PT" + t);
    }
}
