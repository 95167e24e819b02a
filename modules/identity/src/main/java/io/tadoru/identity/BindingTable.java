package io.tadoru.identity;

import io.tadoru.event.Identity;
import io.tadoru.event.Observation;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All bindings in memory: what batch builds from observations and index from {@code tadoru.bindings}. Not thread-safe. */
public final class BindingTable {
    private final Map<Identity, RowList> rows = new HashMap<>();

    /** Takes in an observation. */
    public Runs.Change add(Observation seen) {
        return add(BindingRow.of(seen));
    }

    /** Takes in a span in which the identity was with the host, as a list tells it. */
    public Runs.Change add(BindingRow span) {
        RowList of = rows.computeIfAbsent(span.identity(), i -> new RowList());
        Runs.Change change = Runs.add(of.like(span), span);
        change.removed().forEach(of::remove);
        change.put().forEach(of::put);
        return change;
    }

    /** Takes over a row as its writer said it. */
    public void apply(BindingRow row) {
        rows.computeIfAbsent(row.identity(), i -> new RowList()).put(row);
    }

    /** Forgets a row that its writer took back. */
    public void remove(BindingRow row) {
        rows.computeIfPresent(row.identity(), (i, of) -> without(row, of));
    }

    private static @Nullable RowList without(BindingRow row, RowList of) {
        of.remove(row);
        return of.isEmpty() ? null : of;
    }

    /** The rows of an identity, in no order. */
    public List<BindingRow> rows(Identity identity) {
        RowList of = rows.get(identity);
        return of == null ? List.of() : of.all();
    }

    /** Who had the identity as of that time, best first. */
    public List<Candidate> asOf(Identity identity, Instant time) {
        RowList of = rows.get(identity);
        return of == null ? List.of() : Bindings.asOf(of.near(time), time);
    }
}
