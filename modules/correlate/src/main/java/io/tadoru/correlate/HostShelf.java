package io.tadoru.correlate;

import io.tadoru.chain.Weight;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/** The marks of each host, the weightiest first, so that a host with too many is read only as far as it is assembled. */
final class HostShelf {
    private final Table<HostMarks> marks;
    /** Host and event to the rank under which its marks lie. */
    private final Table<String> places;

    private final Table<Long> counts;

    HostShelf(ProcessorContext<?, ?> context) {
        marks = Table.of(context, Stores.HOST_MARKS);
        places = Table.of(context, Stores.PLACES);
        counts = Table.of(context, Stores.COUNTS);
    }

    Table<HostMarks> marks() {
        return marks;
    }

    /** Puts an event's marks in the place of those it had, or takes them away when there are none. */
    void take(HostMarks of, long known) {
        remove(of.host(), of.eventId());
        if (!of.marks().isEmpty()) {
            String rank = Weight.rank(of.marks().getFirst().time(), of.marks()) + "|" + of.eventId();
            places.put(Table.key(of.host(), of.eventId()), rank, known);
            marks.put(Table.key(of.host(), rank), of, known);
            count(of.host(), 1, known);
        }
    }

    void remove(String host, String eventId) {
        String place = Table.key(host, eventId);
        @Nullable String rank = places.get(place);
        if (rank != null) {
            marks.delete(Table.key(host, rank));
            places.delete(place);
            count(host, -1, 0);
        }
    }

    private void count(String host, int more, long known) {
        long count = count(host) + more;
        if (count <= 0) {
            counts.delete(host);
        } else {
            counts.put(host, count, known);
        }
    }

    /** All events of the host, also those beyond what is assembled. */
    long count(String host) {
        @Nullable Long count = counts.get(host);
        return count == null ? 0 : count;
    }

    /** What is assembled: as {@link Weight#heaviest} of all. */
    List<Table.Entry<HostMarks>> heaviest(String host) {
        List<Table.Entry<HostMarks>> found = new ArrayList<>();
        for (int c = 0; c < Weight.CLASSES; c++) {
            found.addAll(marks.prefixed(Table.key(host, c + "|"), Weight.EVENTS_OF_A_CLASS));
        }
        found.removeIf(e -> !e.value().host().equals(host));
        return found;
    }
}
