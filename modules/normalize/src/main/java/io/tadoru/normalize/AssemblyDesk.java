package io.tadoru.normalize;

import io.tadoru.connector.Assembly;
import io.tadoru.connector.Assembly.Completed;
import io.tadoru.connector.Member;
import io.tadoru.event.Event;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Where lines that tell one thing meet in the stream. A row is a line, after the knowledge time until which it is
 * remembered: no date within a line can make anything forgotten.
 */
final class AssemblyDesk {
    private static final String STORE = "assembly";
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** How long the stream may stand for forgetting, each second. */
    private static final long MOST_NANOS = Duration.ofMillis(30).toNanos();

    private final KeyValueStore<String, byte[]> rows;
    private String swept = "";

    AssemblyDesk(ProcessorContext<?, ?> context) {
        rows = context.getStateStore(STORE);
        context.schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, now -> sweep(context.currentStreamTimeMs()));
    }

    static StoreBuilder<KeyValueStore<String, byte[]>> store() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(STORE), Serdes.String(), Serdes.ByteArray());
    }

    /**
     * Takes in a line.
     *
     * @param known when it was received, milliseconds since the epoch
     * @return what to say now: the line itself, and of others those that it changes
     */
    Collection<Restated> take(Member member, long known) {
        Map<String, Restated> changed = new LinkedHashMap<>();
        take(member, known, changed);
        return changed.values();
    }

    /**
     * A line that is to be said, perhaps again.
     *
     * @param was as it was said before; empty when it was not
     */
    record Restated(Completed now, Optional<Event> was) {}

    private void take(Member member, long known, Map<String, Restated> changed) {
        Map<String, Member> thing = around(member);
        Map<String, Completed> before = byId(Assembly.complete(List.copyOf(thing.values())));
        thing.put(member.place(), member);
        List<Completed> after = Assembly.complete(List.copyOf(thing.values()));
        rows.put(member.place(), row(member, known));
        for (Completed now : after) {
            String id = now.event().id();
            Completed was = before.get(id);
            if (id.equals(member.event().id()) || was == null || !was.event().equals(now.event())) {
                pass(now, Optional.ofNullable(was).map(Completed::event), known, changed);
            }
        }
    }

    private void pass(Completed now, Optional<Event> was, long known, Map<String, Restated> changed) {
        Member next = now.next();
        if (next.isDone()) {
            changed.put(now.event().id(), new Restated(now, was));
        } else {
            take(next, known, changed);
        }
    }

    /** Not as the row's own stamp: a broker takes none that lies ahead. */
    private static byte[] row(Member member, long known) {
        byte[] kept = member.kept().bytes();
        return ByteBuffer.allocate(Long.BYTES + kept.length)
                .putLong(known + member.part().keep().toMillis())
                .put(kept)
                .array();
    }

    private static Member member(byte[] row) {
        return Member.read(Arrays.copyOfRange(row, Long.BYTES, row.length));
    }

    private static long until(byte[] row) {
        return ByteBuffer.wrap(row).getLong();
    }

    private static Map<String, Completed> byId(List<Completed> all) {
        Map<String, Completed> byId = new LinkedHashMap<>();
        all.forEach(c -> byId.put(c.event().id(), c));
        return byId;
    }

    /** In the order of their places the lines that may be of the same thing: as many before it and after it as are ever looked at. */
    private Map<String, Member> around(Member member) {
        Map<String, Member> thing = new TreeMap<>();
        String prefix = member.prefix();
        try (var back = rows.reverseRange(prefix, member.place());
                var on = rows.range(member.place(), prefix + '\uffff')) {
            run(member, back, (later, earlier) -> Assembly.continues(earlier, later), thing);
            run(member, on, Assembly::continues, thing);
        }
        return thing;
    }

    /** Whether two lines, one read after the other, are of the same thing. */
    private interface Together {
        boolean test(Member one, Member next);
    }

    private static void run(
            Member from, KeyValueIterator<String, byte[]> rows, Together together, Map<String, Member> thing) {
        Member last = from;
        for (int i = 0; i <= Assembly.MOST && rows.hasNext(); i++) {
            KeyValue<String, byte[]> row = rows.next();
            Member next = member(row.value);
            if (!together.test(last, next)) {
                return;
            }
            thing.put(row.key, next);
            last = next;
        }
    }

    private void sweep(long now) {
        long end = System.nanoTime() + MOST_NANOS;
        List<String> old = new ArrayList<>();
        String last = "";
        try (var all = rows.range(swept, "\uffff")) {
            while (all.hasNext() && System.nanoTime() < end) {
                KeyValue<String, byte[]> row = all.next();
                last = row.key;
                if (until(row.value) < now) {
                    old.add(row.key);
                }
            }
            swept = all.hasNext() ? last : "";
        }
        old.forEach(rows::delete);
    }
}
