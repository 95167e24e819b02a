package io.tadoru.correlate;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** The state that correlate keeps: all of it rebuilds from Kafka. */
final class Stores {
    static final String MARKS = "marks";
    static final String ANSWERS = "answers";
    static final String SAID_HOSTS = "said-hosts";
    static final String ROWS = "binding-rows";
    static final String CLAIMS = "claims";
    static final String HOST_MARKS = "host-marks";
    static final String DIRTY = "dirty-hosts";
    static final String SAID_CHAINS = "said-chains";

    private Stores() {}

    static <T> StoreBuilder<KeyValueStore<String, T>> of(String name, Class<T> type) {
        return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name), Serdes.String(), Wire.serde(type));
    }

    /** Keys of two parts; the separator is in no id. */
    static String key(String owner, String member) {
        return owner + '\0' + member;
    }

    /** All values below an owner, in the order of their keys. */
    static <T> List<T> below(KeyValueStore<String, T> store, String owner) {
        List<T> found = new ArrayList<>();
        try (KeyValueIterator<String, T> all = store.prefixScan(key(owner, ""), new StringSerializer())) {
            while (all.hasNext()) {
                KeyValue<String, T> entry = all.next();
                found.add(entry.value);
            }
        }
        return found;
    }
}
