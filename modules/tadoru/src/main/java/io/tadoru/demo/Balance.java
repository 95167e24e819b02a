package io.tadoru.demo;

import io.tadoru.store.Store;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Invariant 1 in figures: distinct lines sent = events + dropped by design + rejects, each counted by Elasticsearch itself.
 *
 * @param lines counted in the scenario's files
 */
record Balance(long lines, long events, long dropped, long rejects) {
    static Balance of(long lines, Store store) throws IOException {
        store.refresh();
        return now(lines, store);
    }

    /** As far as searches see it; a moment behind. */
    static Balance now(long lines, Store store) throws IOException {
        Map<String, Long> rejects = store.countRejects();
        return new Balance(
                lines,
                store.countEvents(),
                rejects.getOrDefault("dropped", 0L),
                rejects.getOrDefault("rejected", 0L));
    }

    long indexed() {
        return events + dropped + rejects;
    }

    boolean holds() {
        return lines == indexed();
    }

    List<String> text() {
        return List.of(
                "Balance (invariant 1), right side counted by Elasticsearch",
                "  lines sent        %,10d".formatted(lines),
                "  events            %,10d".formatted(events),
                "  dropped by design %,10d".formatted(dropped),
                "  rejects           %,10d".formatted(rejects),
                holds() ? "  nothing lost, nothing twice" : "  DOES NOT BALANCE: %,d".formatted(lines - indexed()));
    }
}
