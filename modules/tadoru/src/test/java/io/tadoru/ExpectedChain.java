package io.tadoru;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.chain.Chain;
import io.tadoru.event.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A chain as a case expects it: what is not written is not compared. */
record ExpectedChain(JsonNode written) {
    private static final Set<String> WORDS = Set.of("host", "definition", "user", "status", "severity");
    private static final Set<String> TIMES = Set.of("infected_not_before", "infected_not_after", "quarantined_at");
    private static final Set<String> LISTS = Set.of("evidence", "never", "sentence_has", "sentence_never");

    /**
     * Checks that all it says is understood.
     *
     * @throws IllegalArgumentException naming what is not: a misspelt field would never be compared
     */
    static ExpectedChain of(JsonNode written) {
        for (Map.Entry<String, JsonNode> field : written.properties()) {
            String name = field.getKey();
            if (Stream.of(WORDS, TIMES, LISTS, Set.of("layers")).noneMatch(s -> s.contains(name))) {
                throw new IllegalArgumentException("expected.json: there is no field '" + name + "'");
            }
        }
        return new ExpectedChain(written);
    }

    String name() {
        return written.path("host").asText()
                + (written.has("definition") ? " (" + written.get("definition").asText() + ")" : "");
    }

    boolean means(Chain chain) {
        return chain.host().equals(written.path("host").asText())
                && (!written.has("definition")
                        || chain.definition().equals(written.get("definition").asText()));
    }

    List<String> differences(Chain chain) {
        JsonNode found = Json.MAPPER.valueToTree(chain.document());
        List<String> differences = new ArrayList<>();
        written.properties().forEach(field -> compare(field.getKey(), field.getValue(), found, differences));
        return differences.stream().map(d -> name() + ": " + d).toList();
    }

    private static void compare(String name, JsonNode expected, JsonNode found, List<String> differences) {
        if (WORDS.contains(name) && !expected.asText().equals(found.path(name).asText())) {
            differences.add(otherwise(name, expected, found.path(name)));
        }
        if (TIMES.contains(name) && !sameTime(expected, found.path(name))) {
            differences.add(otherwise(name, expected, found.path(name)));
        }
        if (LISTS.contains(name)) {
            expected.forEach(text -> contains(name, text.asText(), found, differences));
        }
        if (name.equals("layers")) {
            expected.properties().forEach(layer -> {
                JsonNode verdict = found.path("layers").path(layer.getKey()).path("verdict");
                if (!layer.getValue().asText().equals(verdict.asText())) {
                    differences.add(otherwise("layer " + layer.getKey(), layer.getValue(), verdict));
                }
            });
        }
    }

    private static String otherwise(String what, JsonNode expected, JsonNode found) {
        return what + ": expected " + expected.asText("none") + ", found "
                + (found.isMissingNode() ? "none" : found.asText());
    }

    /** {@code null} is a time that must not be there. */
    private static boolean sameTime(JsonNode expected, JsonNode found) {
        if (expected.isNull() || found.isMissingNode()) {
            return expected.isNull() && found.isMissingNode();
        }
        return Instant.parse(expected.asText()).equals(Instant.parse(found.asText()));
    }

    private static void contains(String list, String text, JsonNode found, List<String> differences) {
        boolean there = list.startsWith("sentence")
                ? found.path("sentence_en").asText().contains(text)
                : originals(found).anyMatch(o -> o.contains(text));
        switch (list) {
            case "evidence" -> say(!there, "no line of evidence holds: " + text, differences);
            case "never" -> say(there, "a line of evidence holds: " + text, differences);
            default ->
                say(
                        there == list.equals("sentence_never"),
                        (there ? "the sentence says '" : "the sentence does not say '") + text + "': "
                                + found.path("sentence_en").asText(),
                        differences);
        }
    }

    private static void say(boolean wrong, String what, List<String> differences) {
        if (wrong) {
            differences.add(what);
        }
    }

    private static Stream<String> originals(JsonNode found) {
        return StreamSupport.stream(found.path("detail").path("evidence").spliterator(), false)
                .map(e -> e.path("original").asText());
    }
}
