package io.tadoru.normalize;

import io.tadoru.detection.KeyedHit;
import io.tadoru.event.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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

    /**
     * A result that waits.
     *
     * @param deadline until when something may follow, in event time
     * @param patience when it is said all the same, in knowledge time, milliseconds since the epoch
     */
    record Held(KeyedHit result, Instant deadline, long patience) {}

    /** Until that knowledge time, milliseconds since the epoch. */
    void until(long due, Held held) {
        String place = place(due, held.result());
        rows.put(place, Json.bytes(held));
        rows.put(BY_ID + held.result().eventId(), Json.bytes(place));
    }

    /** It holds no longer; whether it still waited. */
    boolean forget(KeyedHit result) {
        byte @Nullable [] place = rows.delete(BY_ID + result.eventId());
        return place != null && rows.delete(Json.read(place, String.class)) != null;
    }

    /** Hands out those that need wait no longer. */
    void due(long now, Consumer<Held> taker) {
        List<KeyValue<String, byte[]>> due = new ArrayList<>();
        try (var all = rows.range(BY_TIME, BY_TIME + stamp(now) + '\uffff')) {
            while (all.hasNext() && due.size() < MOST) {
                due.add(all.next());
            }
        }
        due.forEach(row -> {
            Held held = Json.read(row.value, Held.class);
            rows.delete(row.key);
            rows.delete(BY_ID + held.result().eventId());
            taker.accept(held);
        });
    }

    private static String place(long due, KeyedHit result) {
        return BY_TIME + stamp(due) + "|" + result.eventId();
    }

    private static String stamp(long millis) {
        return "%015d".formatted(Math.max(0, millis));
    }
}
