package io.tadoru.detection.indicator;

import org.jspecify.annotations.Nullable;

/** Makes equal values that come near one another the same object: a list repeats its source's name in every entry. */
final class Pool<T> {
    private static final int SLOTS = 1 << 12;

    private final @Nullable Object[] slots = new Object[SLOTS];

    @SuppressWarnings("unchecked") // holds nothing but what came in here
    T one(T value) {
        int hash = value.hashCode();
        int at = (hash ^ (hash >>> 16)) & (SLOTS - 1);
        Object there = slots[at];
        if (there != null && there.equals(value)) {
            return (T) there;
        }
        slots[at] = value;
        return value;
    }
}
