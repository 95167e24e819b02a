package io.tadoru.detection.sequence;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.detection.sequence.Stage.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A definition over JSON documents, with what its stages ask for and under which keys: for files of cases. What the definition
 * itself means is told in {@link Sequence}, {@link Unordered}, {@link Sample}.
 */
public final class Case {
    private final String id;
    private final Definition definition;
    private final List<Matcher> stages;
    private final Optional<Matcher> until;

    /** What a stage or an end asks of a document, and under which fields. */
    private record Matcher(Predicate<JsonNode> matches, Keys keys) {
        List<List<Optional<Object>>> keys(JsonNode document) {
            return matches.test(document) ? keys.of(document) : List.of();
        }
    }

    /**
     * A result under its key.
     *
     * @param key numbers, texts, truth values; empty for null
     */
    public record Found(List<Optional<Object>> key, Result result) {}

    private Case(String id, Definition definition, List<Matcher> stages, Optional<Matcher> until) {
        this.id = id;
        this.definition = definition;
        this.stages = stages;
        this.until = until;
    }

    /**
     * Reads a case.
     *
     * @throws CaseException naming the fault, when it is not well formed
     */
    public static Case of(JsonNode json) {
        return new CaseReader(json).read();
    }

    static Case of(
            String id,
            Definition definition,
            List<Predicate<JsonNode>> matches,
            List<Keys> keys,
            Optional<Predicate<JsonNode>> ends,
            Keys endKeys) {
        List<Matcher> stages = new ArrayList<>();
        for (int i = 0; i < matches.size(); i++) {
            stages.add(new Matcher(matches.get(i), keys.get(i)));
        }
        return new Case(id, definition, stages, ends.map(e -> new Matcher(e, endKeys)));
    }

    public String id() {
        return id;
    }

    public Definition definition() {
        return definition;
    }

    /** All that is found, by the last event. Copies of an event count once, the first given. */
    public List<Found> find(Iterable<CaseEvent> events) {
        Map<List<Optional<Object>>, List<Hit>> byKey = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (CaseEvent event : events) {
            if (seen.add(event.at().id())) {
                hits(event)
                        .forEach((key, hit) -> byKey.computeIfAbsent(key, k -> new ArrayList<>())
                                .add(hit));
            }
        }
        List<Found> found = new ArrayList<>();
        byKey.forEach((key, hits) -> {
            hits.sort(Comparator.comparing(Hit::at));
            definition.find(hits).forEach(result -> found.add(new Found(key, result)));
        });
        found.sort(Comparator.comparing(f -> f.result().last()));
        return found;
    }

    /** What the event is to the definition, under each of its keys. */
    public Map<List<Optional<Object>>, Hit> hits(CaseEvent event) {
        Map<List<Optional<Object>>, Long> masks = new HashMap<>();
        for (int i = 0; i < stages.size(); i++) {
            long bit = 1L << i;
            stages.get(i).keys(event.document()).forEach(key -> masks.merge(key, bit, (a, b) -> a | b));
        }
        Set<List<Optional<Object>>> ended =
                new HashSet<>(until.map(u -> u.keys(event.document())).orElse(List.of()));
        ended.forEach(key -> masks.putIfAbsent(key, 0L));
        Map<List<Optional<Object>>, Hit> hits = new LinkedHashMap<>();
        masks.forEach((key, mask) -> hits.put(key, new Hit(event.at(), mask, ended.contains(key))));
        return hits;
    }

    /** Written so that a reader of the file sees at once what a stage is. */
    static Stage stage(boolean missing, boolean optional, int step) {
        return new Stage(missing ? Kind.MISSING : optional ? Kind.OPTIONAL : Kind.MANDATORY, step);
    }

    static Optional<Duration> span(JsonNode json) {
        return json.isMissingNode() || json.isNull()
                ? Optional.empty()
                : Optional.of(CaseDuration.parse(json.asText()));
    }
}
