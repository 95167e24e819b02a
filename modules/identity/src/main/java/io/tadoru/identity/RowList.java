package io.tadoru.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * The rows of one identity in memory, by host and strength, then by time. Runs of one host and strength lie apart, so that
 * those near a time are found without looking at the others: a year of one address is many rows.
 */
final class RowList {
    // By hand: these are what taking in an observation costs.
    private static final Comparator<BindingRow> GROUPS = RowList::groups;
    private static final Comparator<BindingRow> ORDER = RowList::order;

    private final List<BindingRow> sorted = new ArrayList<>(1);

    private static int groups(BindingRow a, BindingRow b) {
        int hosts = a.host().compareTo(b.host());
        return hosts != 0 ? hosts : a.strength().compareTo(b.strength());
    }

    private static int order(BindingRow a, BindingRow b) {
        int groups = groups(a, b);
        return groups != 0 ? groups : a.first().compareTo(b.first());
    }

    List<BindingRow> all() {
        return new ArrayList<>(sorted);
    }

    boolean isEmpty() {
        return sorted.isEmpty();
    }

    void put(BindingRow row) {
        int at = from(row, ORDER);
        if (at < sorted.size() && ORDER.compare(sorted.get(at), row) == 0) {
            sorted.set(at, row);
        } else {
            sorted.add(at, row);
        }
    }

    void remove(BindingRow row) {
        int at = from(row, ORDER);
        if (at < sorted.size() && ORDER.compare(sorted.get(at), row) == 0) {
            sorted.remove(at);
        }
    }

    /** All that the row may join. */
    List<BindingRow> like(BindingRow row) {
        List<BindingRow> like = new ArrayList<>(2);
        int group = from(row, GROUPS);
        down(group, upTo(row, row.last().plus(Runs.APART)), row.first().minus(Runs.APART), like::add);
        return like;
    }

    /** All that may say something of the time. */
    List<BindingRow> near(Instant time) {
        List<BindingRow> near = new ArrayList<>();
        for (int group = 0; group < sorted.size(); group = after(group)) {
            BindingRow one = sorted.get(group);
            Instant latest = Bindings.latest(one.identity(), time);
            down(group, upTo(one, latest), Bindings.earliest(one.identity(), time), near::add);
        }
        return near;
    }

    /** From the end of a stretch on, as long as the runs have not ended before. */
    private void down(int group, int end, Instant earliest, Consumer<BindingRow> each) {
        for (int i = end - 1; i >= group && !sorted.get(i).last().isBefore(earliest); i--) {
            each.accept(sorted.get(i));
        }
    }

    /** Where rows of the same group end that begin no later. */
    private int upTo(BindingRow of, Instant latest) {
        BindingRow end = new BindingRow(of.identity(), of.host(), of.strength(), latest, latest);
        int at = from(end, ORDER);
        return at < sorted.size() && ORDER.compare(sorted.get(at), end) == 0 ? at + 1 : at;
    }

    /** The next group; most have a row or two, and a large one is left in few steps. */
    private int after(int group) {
        BindingRow one = sorted.get(group);
        int low = group;
        int step = 1;
        while (low + step < sorted.size() && GROUPS.compare(sorted.get(low + step), one) == 0) {
            low += step;
            step *= 2;
        }
        int high = Math.min(sorted.size(), low + step);
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (GROUPS.compare(sorted.get(middle), one) == 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low + 1;
    }

    /** The first that is not less. */
    private int from(BindingRow row, Comparator<BindingRow> order) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (order.compare(sorted.get(middle), row) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
