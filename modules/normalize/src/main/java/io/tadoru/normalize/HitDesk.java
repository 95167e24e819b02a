package io.tadoru.normalize;

import io.tadoru.detection.Correlated;
import io.tadoru.detection.Correlation;
import io.tadoru.detection.KeyedHit;
import io.tadoru.detection.sequence.Definition;
import io.tadoru.detection.sequence.Hit;
import io.tadoru.detection.sequence.Result;
import io.tadoru.detection.sequence.Revision;
import io.tadoru.detection.sequence.Sequence;
import io.tadoru.detection.sequence.Window;
import io.tadoru.event.Json;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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
 * The hits of all keys, kept by key and event time: tells what each new one changes. A row is a hit after the knowledge time until
 * which it is remembered.
 */
final class HitDesk {
    private static final String STORE = "hits";
    /** Of a key so many hits around the new one are looked at, on either side. */
    private static final int MOST = 5_000;
    /** How late an event may come and still change what was found. */
    private static final Duration LATENESS = Duration.ofDays(14);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final long MOST_NANOS = Duration.ofMillis(30).toNanos();
    /** Makes seconds since 1970 of any year up to 9999 a number of twelve digits. */
    private static final long YEAR_ONE = 100_000_000_000L;

    private final KeyValueStore<String, byte[]> rows;
    private String swept = "";

    HitDesk(ProcessorContext<?, ?> context) {
        rows = context.getStateStore(STORE);
        context.schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, now -> sweep(context.currentStreamTimeMs()));
    }

    static StoreBuilder<KeyValueStore<String, byte[]>> store() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(STORE), Serdes.String(), Serdes.ByteArray());
    }

    /**
     * Takes in a hit, or takes it back.
     *
     * @param key what hits of the same correlation and key have in common
     * @param known when the event was received, milliseconds since the epoch
     * @return results that hold no longer, and new ones, with when each is final
     */
    List<Change> take(String key, KeyedHit hit, Correlation correlation, Correlated correlated, long known) {
        String prefix = key + "|";
        String place = prefix + stamp(hit.time()) + hit.hit().id();
        Definition definition = correlation.definition();
        Map<String, KeyedHit> before = around(prefix, hit.time(), definition);
        Map<String, KeyedHit> after = new TreeMap<>(before);
        if (hit.withdrawn()) {
            after.remove(place);
            rows.delete(place);
        } else {
            after.put(place, hit);
            rows.put(place, row(hit, known, definition));
        }
        Revision revision = Revision.of(definition, sorted(before), sorted(after), hit.time());
        List<Change> changes = new ArrayList<>();
        revision.withdrawn().forEach(r -> changes.add(change(correlation, correlated, r, before, true)));
        revision.found().forEach(r -> changes.add(change(correlation, correlated, r, after, false)));
        return changes;
    }

    /**
     * A result that was found or lost.
     *
     * @param deadline in event time; later than the result where something must not follow
     */
    record Change(KeyedHit result, Instant deadline) {}

    private static Change change(
            Correlation correlation, Correlated correlated, Result of, Map<String, KeyedHit> hits, boolean withdrawn) {
        Map<String, KeyedHit> byId = new LinkedHashMap<>();
        hits.values().forEach(hit -> byId.put(hit.hit().id(), hit));
        KeyedHit result = correlated.result(correlation, of, byId);
        return new Change(
                withdrawn ? result.withdraw() : result,
                of.deadline().orElse(of.last().time()));
    }

    private static List<Hit> sorted(Map<String, KeyedHit> hits) {
        List<Hit> sorted =
                new ArrayList<>(hits.values().stream().map(KeyedHit::hit).toList());
        sorted.sort(Comparator.comparing(Hit::at));
        return sorted;
    }

    /** As far as a change at that time can reach, and what those results rest on; all where nothing bounds it. */
    private Map<String, KeyedHit> around(String prefix, Instant time, Definition definition) {
        Optional<Duration> reach = reach(definition);
        String from = reach.map(r -> prefix + stamp(time.minus(r))).orElse(prefix);
        String to = reach.map(r -> prefix + stamp(time.plus(r)) + '\uffff').orElse(prefix + '\uffff');
        String at = prefix + stamp(time);
        Map<String, KeyedHit> hits = new TreeMap<>();
        try (var back = rows.reverseRange(from, at);
                var on = rows.range(at, to)) {
            collect(back, most(definition), hits);
            collect(on, most(definition), hits);
        }
        return hits;
    }

    private static Optional<Duration> reach(Definition definition) {
        return switch (definition) {
            case Sequence sequence -> sequence.maxspan().map(span -> span.multipliedBy(Revision.SPANS));
            case Window window -> Optional.of(window.timespan());
            default -> Optional.empty();
        };
    }

    /** A count that is reached with fewer says nothing new with more: a noisy key costs no more than it takes to reach it. */
    private static int most(Definition definition) {
        return definition instanceof Window window
                ? window.enough().map(enough -> Math.min(MOST, enough + 1)).orElse(MOST)
                : MOST;
    }

    private static void collect(KeyValueIterator<String, byte[]> some, int most, Map<String, KeyedHit> into) {
        for (int i = 0; i < most && some.hasNext(); i++) {
            KeyValue<String, byte[]> row = some.next();
            into.put(row.key, Json.read(Arrays.copyOfRange(row.value, Long.BYTES, row.value.length), KeyedHit.class));
        }
    }

    private static byte[] row(KeyedHit hit, long known, Definition definition) {
        long kept = reach(definition).orElse(Duration.ZERO).plus(LATENESS).toMillis();
        byte[] json = Json.bytes(hit);
        return ByteBuffer.allocate(Long.BYTES + json.length)
                .putLong(known + kept)
                .put(json)
                .array();
    }

    private static String stamp(Instant time) {
        return "%012d%09d".formatted(time.getEpochSecond() + YEAR_ONE, time.getNano());
    }

    private void sweep(long now) {
        long end = System.nanoTime() + MOST_NANOS;
        List<String> old = new ArrayList<>();
        String last = "";
        try (var all = rows.range(swept, "\uffff")) {
            while (all.hasNext() && System.nanoTime() < end) {
                KeyValue<String, byte[]> row = all.next();
                last = row.key;
                if (ByteBuffer.wrap(row.value).getLong() < now) {
                    old.add(row.key);
                }
            }
            swept = all.hasNext() ? last : "";
        }
        old.forEach(rows::delete);
    }
}
