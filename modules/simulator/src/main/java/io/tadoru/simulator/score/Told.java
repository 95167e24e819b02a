package io.tadoru.simulator.score;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.event.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A chain as its document tells it, as far as it can be measured. */
record Told(
        String id,
        String caseNumber,
        String host,
        String definition,
        String status,
        String severity,
        Instant first,
        @Nullable Instant notBefore,
        @Nullable Instant notAfter,
        @Nullable Instant quarantinedAt,
        Map<String, String> layers,
        Set<String> lines,
        String sentence) {
    private static final Set<String> GONE = Set.of("merged", "withdrawn");

    /** One chain a line; the newest of each id, without those that are no more. */
    static List<Told> read(Path file) throws IOException {
        Map<String, Told> newest = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                Told told = of(Json.MAPPER.readTree(line));
                newest.put(told.id, told);
            }
        }
        return newest.values().stream().filter(t -> !GONE.contains(t.status)).toList();
    }

    private static Told of(JsonNode d) {
        return new Told(
                d.path("id").asText(),
                d.path("case").asText(),
                d.path("host").asText(),
                d.path("definition").asText(),
                d.path("status").asText(),
                d.path("severity").asText(),
                at(d, "first").orElse(Instant.EPOCH),
                at(d, "infected_not_before").orElse(null),
                at(d, "infected_not_after").orElse(null),
                at(d, "quarantined_at").orElse(null),
                layers(d.path("layers")),
                lines(d.path("detail").path("evidence")),
                d.path("sentence_en").asText());
    }

    private static Optional<Instant> at(JsonNode d, String name) {
        return d.hasNonNull(name) ? Optional.of(Instant.parse(d.get(name).asText())) : Optional.empty();
    }

    private static Map<String, String> layers(JsonNode d) {
        Map<String, String> layers = new LinkedHashMap<>();
        d.properties()
                .forEach(
                        e -> layers.put(e.getKey(), e.getValue().path("verdict").asText()));
        return layers;
    }

    private static Set<String> lines(JsonNode evidence) {
        Set<String> lines = new LinkedHashSet<>();
        for (JsonNode e : evidence) {
            List<String> hashes = new ArrayList<>();
            e.path("rests_on").forEach(h -> hashes.add(h.asText()));
            e.path("folded").forEach(h -> hashes.add(h.asText()));
            if (!e.has("rests_on")) {
                hashes.add(e.path("hash").asText());
            }
            lines.addAll(hashes);
        }
        return lines;
    }

    boolean stopped() {
        return status.equals("stopped");
    }

    /** A person is told of it. */
    boolean alarms() {
        return !stopped() && (severity.equals("high") || severity.equals("critical"));
    }

    /** How wide the bounds of the infection are; empty when one is missing. */
    Optional<Duration> width() {
        return notBefore == null || notAfter == null
                ? Optional.empty()
                : Optional.of(Duration.between(notBefore, notAfter));
    }

    /** Clocks of two devices differ by seconds; a bound may miss the truth by as much. */
    boolean bounds(Instant truth, Duration clocks) {
        return (notBefore == null || !notBefore.isAfter(truth.plus(clocks)))
                && notAfter != null
                && !notAfter.isBefore(truth.minus(clocks));
    }
}
