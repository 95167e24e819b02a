package io.tadoru.identity;

import io.tadoru.event.Identity;
import java.time.Instant;
import java.util.Collection;

/**
 * Between which times a row can matter to {@link Bindings#asOf}'s first answer: what must be looked at again when it changes.
 *
 * @param from included
 * @param to included
 */
public record Reach(Instant from, Instant to) {
    /** Of a row among all rows of its identity; it may be one of them. About it, it may also make it shared. */
    public static Reach of(BindingRow row, Collection<BindingRow> rows) {
        return new Reach(from(row, rows), to(row, rows));
    }

    /** Before its first sighting it answers only where no earlier row does, inside or after its own run. */
    private static Instant from(BindingRow row, Collection<BindingRow> rows) {
        Instant furthest = row.first().minus(Bindings.forward(row.identity()));
        return isAlias(row)
                ? furthest
                : rows.stream()
                        .filter(o -> o.first().isBefore(row.first()))
                        .map(o -> earlier(o.last(), row.first().minus(Sharing.AROUND)))
                        .reduce(furthest, Reach::later);
    }

    /** A short name is another's only as long as no second one says so. */
    private static boolean isAlias(BindingRow row) {
        return row.identity().kind() == Identity.Kind.HOST;
    }

    /** After its last sighting it answers until another is seen. */
    private static Instant to(BindingRow row, Collection<BindingRow> rows) {
        Instant furthest = row.last().plus(Bindings.back(row.identity()));
        return isAlias(row)
                ? furthest
                : rows.stream()
                        .filter(o -> o.last().isAfter(row.last()))
                        .map(o -> later(o.first(), row.last().plus(Sharing.AROUND)))
                        .reduce(furthest, Reach::earlier);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
