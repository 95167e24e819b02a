package io.tadoru.simulator.office;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The SHA-256 of each line that was really written of something. */
final class Hashes {
    private final Set<String> hashes = new TreeSet<>();

    void add(String sha256) {
        hashes.add(sha256);
    }

    List<String> all() {
        return List.copyOf(hashes);
    }
}
