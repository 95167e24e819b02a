package io.tadoru.casework;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the check of a package found.
 *
 * @param files every file met or named, in order, with its state in a word
 * @param fingerprint SHA-256 of {@code manifest.json}, to be compared with what the sender told; empty without one
 * @param about what the manifest says of itself: chain, case, revision, host, program
 */
public record PackageReport(
        List<Finding> findings, Map<String, State> files, String fingerprint, Map<String, String> about) {

    /** How a file stands against the manifest. */
    public enum State {
        OK,
        CHANGED,
        ADDED,
        MISSING,
        REFUSED
    }

    /** One thing that is not as the manifest says, and in which file. */
    public record Finding(String path, State state, String sentence) {}

    /** Copies. */
    public PackageReport {
        findings = List.copyOf(findings);
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
        about = Collections.unmodifiableMap(new LinkedHashMap<>(about));
    }

    /** Nothing was changed, added or left out since the manifest was made. */
    public boolean fine() {
        return findings.isEmpty();
    }
}
