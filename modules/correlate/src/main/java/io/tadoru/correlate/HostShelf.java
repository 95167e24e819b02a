package io.tadoru.correlate;

import io.tadoru.chain.Fold;
import io.tadoru.chain.HostMark;
import io.tadoru.chain.Weight;
import io.tadoru.detection.Mark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * The marks of each host, and one row for all equal ones of an hour, the weightiest first: a host with a million marks is
 * read only as far as it is assembled.
 */
final class HostShelf {
    /** What an event has told a host. */
    private final Table<HostMarks> events;
    /** Host and rank to the fold. */
    private final Table<Fold> folds;

    private final FoldMembers members;
    private final Table<Long> counts;

    HostShelf(ProcessorContext<?, ?> context) {
        events = Table.of(context, Stores.HOST_EVENTS);
        folds = Table.of(context, Stores.FOLDS);
        members = new FoldMembers(context);
        counts = Table.of(context, Stores.COUNTS);
    }

    Table<HostMarks> events() {
        return events;
    }

    /** Puts an event's marks in the place of those it had, or takes them away when there are none. */
    void take(HostMarks of, long known) {
        remove(of.host(), of.eventId());
        if (!of.marks().isEmpty()) {
            events.put(Table.key(of.host(), of.eventId()), of, known);
            of.each().forEach(m -> add(of.host(), m, known));
            count(of.host(), of.marks().size(), known);
        }
    }

    private void add(String host, HostMark m, long known) {
        String fold = Fold.key(m.mark());
        members.add(host, fold, m.mark());
        String row = Table.key(host, Weight.rank(m.mark(), fold));
        Table.@Nullable Entry<Fold> was = folds.entry(row);
        if (was == null) {
            folds.put(row, Fold.of(m), known);
        } else {
            folds.put(row, was.value().and(m), Math.max(known, was.known()));
        }
    }

    void remove(String host, String eventId) {
        String place = Table.key(host, eventId);
        @Nullable HostMarks of = events.get(place);
        if (of != null) {
            of.each().forEach(m -> remove(host, m.mark()));
            events.delete(place);
            count(host, -of.marks().size(), 0);
        }
    }

    private void remove(String host, Mark mark) {
        String fold = Fold.key(mark);
        members.remove(host, fold, mark);
        String row = Table.key(host, Weight.rank(mark, fold));
        Table.@Nullable Entry<Fold> was = folds.entry(row);
        List<HostMark> left = was == null || was.value().count() < 2 ? List.of() : earliest(host, fold);
        if (was == null || left.isEmpty()) {
            folds.delete(row);
        } else {
            Instant last = members.last(host, fold, was.value().last());
            Instant start = members.lastStart(host, fold, was.value().lastStart());
            folds.put(row, was.value().without(mark, left, last, start), was.known());
        }
    }

    private List<HostMark> earliest(String host, String fold) {
        return members.earliest(host, fold, Fold.LINES).stream()
                .flatMap(id -> marksOf(host, id).stream())
                .filter(m -> Fold.key(m.mark()).equals(fold))
                .toList();
    }

    private List<HostMark> marksOf(String host, String eventId) {
        @Nullable HostMarks of = events.get(Table.key(host, eventId));
        return of == null ? List.of() : of.each().toList();
    }

    private void count(String host, int more, long known) {
        long count = count(host) + more;
        if (count <= 0) {
            counts.delete(host);
        } else {
            counts.put(host, count, known);
        }
    }

    /** All marks of the host, also those beyond what is assembled. */
    long count(String host) {
        @Nullable Long count = counts.get(host);
        return count == null ? 0 : count;
    }

    /** What is assembled: as {@link io.tadoru.chain.FoldBook#heaviest} of all. */
    List<Table.Entry<Fold>> heaviest(String host) {
        List<Table.Entry<Fold>> found = new ArrayList<>();
        for (int c = 0; c < Weight.CLASSES; c++) {
            found.addAll(folds.prefixed(Table.key(host, c + "|"), Weight.FOLDS_OF_A_CLASS));
        }
        return found;
    }
}
