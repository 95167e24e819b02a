package io.tadoru.investigate;

import io.tadoru.chain.Chain;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What an investigation found.
 *
 * @param inputs a row of the manifest for each file
 * @param unrecognised files that no connector reads
 */
public record Findings(List<Chain> chains, List<Map<String, Object>> inputs, List<Path> unrecognised) {
    public Findings {
        chains = List.copyOf(chains);
        inputs = List.copyOf(inputs);
        unrecognised = List.copyOf(unrecognised);
    }
}
