package io.tadoru.demo;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import io.tadoru.store.Store;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Invariant 1 in figures: distinct lines sent = events + dropped by design + rejects, each counted by Elasticsearch itself.
 *
 * @param lines counted in the scenario's files
 */
record Balance(long lines, long events, long dropped, long rejects) {
    /** All that has been written. */
    static Balance of(long lines, Store store) throws IOException {
        store.refresh();
        return counted(lines, store);
    }

    private static Balance counted(long lines, Store store) throws IOException {
        Map<String, Long> rejects = store.countRejects();
        return new Balance(
                lines, store.countEvents(), rejects.getOrDefault("dropped", 0L), rejects.getOrDefault("rejected", 0L));
    }

    /** As far as searches see it while writing goes on: empty when an index that is just being made cannot be asked yet. */
    static Optional<Balance> seen(long lines, Store store) {
        try {
            return Optional.of(counted(lines, store));
        } catch (IOException | ElasticsearchException e) {
            return Optional.empty();
        }
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
