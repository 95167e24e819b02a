package io.tadoru.correlate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;

/** State of correlate, each entry with the knowledge time by which it is forgotten; all of it rebuilds from Kafka. */
final class Table<V> {
    /** Sorts after all that keys are made of. */
    private static final String LAST = "\uDBFF\uDFFF";

    /** What a key holds, and since when it is known. */
    record Entry<V>(String key, V value, long known) {}

    private final TimestampedKeyValueStore<String, V> store;

    private Table(TimestampedKeyValueStore<String, V> store) {
        this.store = store;
    }

    static <V> StoreBuilder<TimestampedKeyValueStore<String, V>> builder(String name, Class<V> type) {
        return Stores.timestampedKeyValueStoreBuilder(
                Stores.persistentTimestampedKeyValueStore(name), Serdes.String(), Wire.serde(type));
    }

    /** The table of that name, whose builder was given the same type. */
    static <V> Table<V> of(ProcessorContext<?, ?> context, String name) {
        TimestampedKeyValueStore<String, V> store = context.getStateStore(name);
        return new Table<>(store);
    }

    /** Keys of two parts; a name from a log may hold anything, but not the separator. */
    static String key(String owner, String member) {
        return owner.replace('\0', ' ') + '\0' + member;
    }

    /** Sorts after all keys that begin with this. */
    static String beyond(String prefix) {
        return prefix + LAST;
    }

    /** Sorts after all keys of the owner of this one. */
    static String after(String key) {
        return key.substring(0, key.indexOf('\0') + 1) + LAST;
    }

    @Nullable
    V get(String key) {
        @Nullable ValueAndTimestamp<V> found = store.get(key);
        return found == null ? null : found.value();
    }

    /** With the time by which it is forgotten; null when there is none. */
    @Nullable
    Entry<V> entry(String key) {
        @Nullable ValueAndTimestamp<V> found = store.get(key);
        return found == null ? null : new Entry<>(key, found.value(), found.timestamp());
    }

    /** The value with the greatest key that begins so. */
    Optional<V> last(String prefix) {
        try (KeyValueIterator<String, ValueAndTimestamp<V>> all = store.reverseRange(prefix, prefix + LAST)) {
            return all.hasNext() ? Optional.of(all.next().value.value()) : Optional.empty();
        }
    }

    void put(String key, V value, long known) {
        store.put(key, ValueAndTimestamp.make(value, known));
    }

    void delete(String key) {
        store.delete(key);
    }

    /** All values below an owner, in the order of their keys. */
    List<V> below(String owner) {
        return prefixed(key(owner, ""), Integer.MAX_VALUE).stream()
                .map(Entry::value)
                .toList();
    }

    List<Entry<V>> prefixed(String prefix, int most) {
        return range(prefix, prefix + LAST, most);
    }

    /** Entries from a key on, at most so many. */
    List<Entry<V>> from(String key, int most) {
        return range(key, LAST, most);
    }

    /** Back from a key towards another, as long as it is worth going on. */
    List<V> down(String from, String to, Predicate<V> goOn) {
        List<V> found = new ArrayList<>();
        try (KeyValueIterator<String, ValueAndTimestamp<V>> all = store.reverseRange(to, from)) {
            while (all.hasNext()) {
                @Nullable ValueAndTimestamp<V> value = all.next().value;
                if (value != null) {
                    if (!goOn.test(value.value())) {
                        break;
                    }
                    found.add(value.value());
                }
            }
        }
        return found;
    }

    List<Entry<V>> range(String from, String to, int most) {
        List<Entry<V>> found = new ArrayList<>();
        try (KeyValueIterator<String, ValueAndTimestamp<V>> all = store.range(from, to)) {
            while (found.size() < most && all.hasNext()) {
                KeyValue<String, ValueAndTimestamp<V>> e = all.next();
                @Nullable ValueAndTimestamp<V> value = e.value;
                if (value != null) {
                    found.add(new Entry<>(e.key, value.value(), value.timestamp()));
                }
            }
        }
        return found;
    }
}
