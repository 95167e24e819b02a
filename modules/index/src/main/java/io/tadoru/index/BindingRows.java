package io.tadoru.index;

import org.jspecify.annotations.Nullable;

/** The bindings as now known, kept in memory while their topic is followed. */
interface BindingRows extends HostLookup {
    /** Takes a record of the bindings topic; without a value the row is gone. */
    void put(byte[] key, byte @Nullable [] value);
}
