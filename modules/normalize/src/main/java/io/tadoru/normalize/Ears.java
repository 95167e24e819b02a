package io.tadoru.normalize;

import io.tadoru.event.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Which sources might deny a correlation's results, and how far each has been heard. */
final class Ears {
    private static final String STORE = "heard";
    /** A source that has said nothing for so long is none any more. */
    private static final Duration FORGOTTEN = Duration.ofDays(7);

    private final KeyValueStore<String, byte[]> rows;

    /** How far, and when that was known, milliseconds since the epoch. */
    record Row(String source, Instant time, long known) {}

    Ears(ProcessorContext<?, ?> context) {
        rows = context.getStateStore(STORE);
    }

    static StoreBuilder<KeyValueStore<String, byte[]>> store() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(STORE), Serdes.String(), Serdes.ByteArray());
    }

    void hear(Heard heard, long known) {
        rows.put(heard.place(), Json.bytes(new Row(heard.source(), heard.time(), known)));
    }

    /**
     * What is known of who might deny.
     *
     * @param any whether there is anybody
     * @param mute those not heard beyond the time
     */
    record Answer(boolean any, List<String> mute) {}

    Answer beyond(String correlation, Instant time, long now) {
        boolean any = false;
        List<String> mute = new ArrayList<>();
        try (var all = rows.range(correlation + "|", correlation + "|\uffff")) {
            while (all.hasNext()) {
                Row row = Json.read(all.next().value, Row.class);
                if (row.known() + FORGOTTEN.toMillis() >= now) {
                    any = true;
                    if (!row.time().isAfter(time) && !mute.contains(row.source())) {
                        mute.add(row.source());
                    }
                }
            }
        }
        return new Answer(any, mute);
    }
}
