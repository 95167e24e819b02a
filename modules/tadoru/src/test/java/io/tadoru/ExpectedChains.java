package io.tadoru;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.chain.Chain;
import io.tadoru.event.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What {@code expected.json} of a case says: these chains, and so many others. */
record ExpectedChains(List<ExpectedChain> chains, Optional<Integer> others) {

    static ExpectedChains of(Path file) throws IOException {
        JsonNode all = Json.MAPPER.readTree(file.toFile());
        JsonNode others = all.path("other_chains");
        return new ExpectedChains(
                StreamSupport.stream(all.required("chains").spliterator(), false)
                        .map(ExpectedChain::of)
                        .toList(),
                others.isInt() ? Optional.of(others.intValue()) : Optional.empty());
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
