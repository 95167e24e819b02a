package io.tadoru.normalize;

import io.tadoru.detection.KeyedHit;
import io.tadoru.event.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** Results that say "and then nothing came": they wait until what would have come would be here. */
final class Waiting {
    private static final String STORE = "waiting";
    private static final String BY_TIME = "t";
    private static final String BY_ID = "i";
    /** At one go; the rest in the next. */
    private static final int MOST = 1_000;

    private final KeyValueStore<String, byte[]> rows;

    Waiting(ProcessorContext<?, ?> context) {
        rows = context.getStateStore(STORE);
    }

    static StoreBuilder<KeyValueStore<String, byte[]>> store() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(STORE), Serdes.String(), Serdes.ByteArray());
    }

    /** Until that knowledge time, milliseconds since the epoch. */
    void until(long due, KeyedHit result) {
        String place = place(due, result);
        rows.put(place, Json.bytes(result));
        rows.put(BY_ID + result.eventId(), Json.bytes(place));
    }

    /** It holds no longer; whether it still waited. */
    boolean forget(KeyedHit result) {
        byte @Nullable [] place = rows.delete(BY_ID + result.eventId());
        return place != null && rows.delete(Json.read(place, String.class)) != null;
    }

    /** Hands out those that need wait no longer. */
    void due(long now, BiConsumer<String, KeyedHit> taker) {
        List<KeyValue<String, byte[]>> due = new ArrayList<>();
        try (var all = rows.range(BY_TIME, BY_TIME + stamp(now) + '\uffff')) {
            while (all.hasNext() && due.size() < MOST) {
                due.add(all.next());
            }
        }
        due.forEach(row -> {
            KeyedHit result = Json.read(row.value, KeyedHit.class);
            rows.delete(row.key);
            rows.delete(BY_ID + result.eventId());
            taker.accept(row.key, result);
        });
    }

    private static String place(long due, KeyedHit result) {
        return BY_TIME + stamp(due) + "|" + result.eventId();
    }

    private static String stamp(long millis) {
        return "%015d".formatted(Math.max(0, millis));
    }
}
