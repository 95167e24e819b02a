package io.tadoru.identity;

import io.tadoru.event.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Observations of one identity made into runs. Runs are the connected event hours of a set, so neither order nor
 * repetition of observations can matter.
 */
public final class Runs {
    /** Rows of one host and strength that are further apart never join, and those that are not are one. */
    public static final Duration APART = Duration.ofHours(2);

    private Runs() {}

    /**
     * What one observation changes.
     *
     * @param put rows that are new or have grown
     * @param removed rows that are no more under their key
     */
    public record Change(List<BindingRow> put, List<BindingRow> removed) {
        static final Change NONE = new Change(List.of(), List.of());

        public Change {
            put = List.copyOf(put);
            removed = List.copyOf(removed);
        }

        public boolean isEmpty() {
            return put.isEmpty() && removed.isEmpty();
        }
    }

    /** Event times, both ends included. */
    public record Span(Instant from, Instant to) {}

    /**
     * When a look-up may answer otherwise because this row is there. A run that has only gone on answers as before for all
     * the time it covered.
     *
     * @param before rows that it has taken the place of
     */
    public static Span touched(Collection<BindingRow> before, BindingRow row) {
        Instant from = before.stream()
                .filter(b -> b.joins(row) && b.first().equals(row.first()))
                .map(BindingRow::last)
                .max(Comparator.naturalOrder())
                .orElse(row.first().minus(Bindings.forward(row.identity())));
        return new Span(from, row.last().plus(Bindings.back(row.identity())));
    }

    /** The difference that an observation makes to the rows of its identity, of which those that it may join are enough. */
    public static Change add(List<BindingRow> rows, Observation seen) {
        return add(rows, BindingRow.of(seen));
    }

    static Change add(List<BindingRow> rows, BindingRow fresh) {
        List<BindingRow> joined = rows.stream().filter(fresh::joins).toList();
        BindingRow merged = joined.stream().reduce(fresh, BindingRow::and);
        if (joined.contains(merged)) {
            return Change.NONE;
        }
        List<BindingRow> gone =
                joined.stream().filter(r -> !r.key().equals(merged.key())).toList();
        return new Change(List.of(merged), gone);
    }
}
