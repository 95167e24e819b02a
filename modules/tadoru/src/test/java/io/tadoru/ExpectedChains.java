package io.tadoru;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.chain.Chain;
import io.tadoru.event.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** What {@code expected.json} of a case says: these chains, and so many others. */
record ExpectedChains(List<ExpectedChain> chains, Optional<Integer> others) {
    private static final Set<String> FIELDS = Set.of("chains", "other_chains");

    static ExpectedChains of(Path file) throws IOException {
        JsonNode all = Json.MAPPER.readTree(file.toFile());
        for (Map.Entry<String, JsonNode> field : all.properties()) {
            if (!FIELDS.contains(field.getKey())) {
                throw new IllegalArgumentException(file + ": there is no field '" + field.getKey() + "'");
            }
        }
        return new ExpectedChains(
                StreamSupport.stream(all.required("chains").spliterator(), false)
                        .map(ExpectedChain::of)
                        .toList(),
                others(all));
    }

    /** Whatever number it is written as; what is none would never be compared. */
    private static Optional<Integer> others(JsonNode all) {
        if (!all.has("other_chains")) {
            return Optional.empty();
        }
        if (!all.get("other_chains").canConvertToInt()) {
            throw new IllegalArgumentException("expected.json: other_chains is no number");
        }
        return Optional.of(all.get("other_chains").intValue());
    }

    /** A sentence for everything that is otherwise; none when all is as expected. */
    List<String> differences(List<Chain> found) {
        List<Chain> left = new ArrayList<>(found);
        List<String> differences = new ArrayList<>();
        for (ExpectedChain expected : chains) {
            Optional<Chain> nearest = left.stream()
                    .filter(expected::means)
                    .min(Comparator.comparingInt(c -> expected.differences(c).size()));
            nearest.ifPresent(left::remove);
            nearest.ifPresentOrElse(
                    c -> differences.addAll(expected.differences(c)),
                    () -> differences.add("no chain of " + expected.name() + told(found)));
        }
        if (others.filter(n -> n != left.size()).isPresent()) {
            differences.add("other chains: expected " + others.get() + ", found " + left.size() + told(left));
        }
        return differences;
    }

    private static String told(List<Chain> chains) {
        StringBuilder told = new StringBuilder(chains.isEmpty() ? "; there is none" : "; there are");
        chains.forEach(c -> told.append("\n    ")
                .append(c.definition())
                .append(", ")
                .append(c.standing().text())
                .append(": ")
                .append(c.sentence().en()));
        return told.toString();
    }
}
