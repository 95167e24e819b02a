package io.tadoru.correlate;

import io.tadoru.chain.Fold;
import io.tadoru.detection.Mark;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Which events stand in a fold, in order of their time and, once more, of their sessions' beginning: so that one can be
 * taken out again, and what then is first or last is found without reading all.
 */
final class FoldMembers {
    /** Makes seconds from the year 1900 on positive, and all of the same length. */
    private static final long ERA = 100_000_000_000L;

    private static final String BY_TIME = "|t|";
    private static final String BY_START = "|s|";

    private final Table<Member> members;

    /** An event as it stands in a fold. */
    record Member(String eventId, Instant at) {}

    FoldMembers(ProcessorContext<?, ?> context) {
        members = Table.of(context, Stores.MEMBERS);
    }

    /** @param fold the mark's {@link Fold#key} */
    void add(String host, String fold, Mark m) {
        members.put(byTime(host, fold, m), new Member(m.eventId(), m.time()), 0);
        members.put(byStart(host, fold, m), new Member(m.eventId(), m.start()), 0);
    }

    void remove(String host, String fold, Mark m) {
        members.delete(byTime(host, fold, m));
        members.delete(byStart(host, fold, m));
    }

    /** Ids of the earliest events in it. */
    List<String> earliest(String host, String fold, int most) {
        return members.prefixed(Table.key(host, fold + BY_TIME), most).stream()
                .map(e -> e.value().eventId())
                .toList();
    }

    Instant last(String host, String fold, Instant otherwise) {
        return members.last(Table.key(host, fold + BY_TIME)).map(Member::at).orElse(otherwise);
    }

    Instant lastStart(String host, String fold, Instant otherwise) {
        return members.last(Table.key(host, fold + BY_START)).map(Member::at).orElse(otherwise);
    }

    private static String byTime(String host, String fold, Mark m) {
        String order = sortable(m.time()) + "|" + sequence(m) + "|" + m.eventHash() + '\0' + m.eventId();
        return Table.key(host, fold + BY_TIME + order);
    }

    private static String byStart(String host, String fold, Mark m) {
        return Table.key(host, fold + BY_START + sortable(m.start()) + "|" + m.eventId());
    }

    private static String sortable(Instant time) {
        return String.format(Locale.ROOT, "%020d%09d", Math.max(0, time.getEpochSecond() + ERA), time.getNano());
    }

    private static String sequence(Mark m) {
        return String.format(Locale.ROOT, "%016x", m.sequence() ^ Long.MIN_VALUE);
    }
}
