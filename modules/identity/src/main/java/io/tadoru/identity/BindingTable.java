package io.tadoru.identity;

import io.tadoru.event.Identity;
import io.tadoru.event.Observation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All bindings in memory: what batch builds from observations and index from {@code tadoru.bindings}. Not thread-safe. */
public final class BindingTable {
    private final Map<Identity, Map<String, BindingRow>> rows = new HashMap<>();

    /** Takes in an observation. */
    public Runs.Change add(Observation seen) {
        Runs.Change change = Runs.add(rows(seen.identity()), seen);
        change.removed().forEach(this::remove);
        change.put().forEach(this::apply);
        return change;
    }

    /** Takes over a row as its writer said it. */
    public void apply(BindingRow row) {
        rows.computeIfAbsent(row.identity(), i -> new HashMap<>()).put(row.key(), row);
    }

    /** Forgets a row that its writer took back. */
    public void remove(BindingRow row) {
        rows.getOrDefault(row.identity(), new HashMap<>()).remove(row.key());
    }

    /** The rows of an identity, in no order. */
    public List<BindingRow> rows(Identity identity) {
        return new ArrayList<>(rows.getOrDefault(identity, Map.of()).values());
    }

    /** Who had the identity as of that time, best first. */
    public List<Candidate> asOf(Identity identity, Instant time) {
        return Bindings.asOf(rows.getOrDefault(identity, Map.of()).values(), time);
    }
}
