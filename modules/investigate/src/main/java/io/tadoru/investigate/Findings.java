package io.tadoru.investigate;

import io.tadoru.chain.Chain;
import java.util.List;
import java.util.Map;

/**
 * What an investigation found.
 *
 * @param inputs a row of the manifest for each
 * @param totals over all of them: {@code lines = events + dropped + rejects}
 * @param warnings what a person should know before trusting the result, a sentence each
 */
public record Findings(
        List<Chain> chains, List<Map<String, Object>> inputs, Map<String, Long> totals, List<String> warnings) {
    public Findings {
        chains = List.copyOf(chains);
        inputs = List.copyOf(inputs);
        totals = Map.copyOf(totals);
        warnings = List.copyOf(warnings);
    }

    /** Inputs that no connector reads. */
    public List<String> unrecognised() {
        return inputs.stream()
                .filter(row -> row.get("connector") == null)
                .map(row -> String.valueOf(row.get("path")))
                .toList();
    }
}
