package io.tadoru.evtx;

import java.util.ArrayList;
import java.util.List;

/** What a record puts into the places of its template. */
record Values(List<Value> list, boolean ofTemplate) {
    /** Outside of any template. */
    static final Values NONE = new Values(List.of(), false);

    /** A template's pointer to the next, its id and its length, before its elements. */
    static final int DEFINITION = 24;

    private static final Value NULL = new Value(Scalars.NULL, 0, 0);

    record Value(int type, int from, int size) {}

    /** Reads how many, the size and type of each, and then goes over the values. */
    static Values read(Cursor in) throws Malformed {
        int count = in.small();
        List<Integer> sizes = new ArrayList<>();
        List<Integer> types = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sizes.add(in.u16());
            types.add(in.u8());
            in.skip(1);
        }
        List<Value> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(new Value(types.get(i), in.skip(sizes.get(i)), sizes.get(i)));
        }
        return new Values(values, true);
    }

    /** A record that gives fewer than the template names leaves the rest out. */
    Value at(int index) {
        return index < list.size() ? list.get(index) : NULL;
    }
}
