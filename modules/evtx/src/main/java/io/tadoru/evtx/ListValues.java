package io.tadoru.evtx;

import java.util.ArrayList;
import java.util.List;

/** Several values of a type, one behind the other. */
final class ListValues {
    private static final int LIST = 0x80;

    private ListValues() {}

    static boolean is(int type) {
        return (type & LIST) != 0;
    }

    static List<String> of(Bytes bytes, Values.Value value, Effort effort) throws Malformed {
        int type = value.type() & ~LIST;
        List<String> list = new ArrayList<>();
        if (type == Scalars.STRING || type == Scalars.ANSI) {
            list.addAll(strings(type == Scalars.STRING ? bytes.utf16(value.from(), value.size()) : ansi(bytes, value)));
        } else {
            items(bytes, type, value, list);
        }
        for (String item : list) {
            effort.step();
            effort.text(item.length());
        }
        return list;
    }

    private static String ansi(Bytes bytes, Values.Value value) throws Malformed {
        return Ansi.text(bytes.copy(value.from(), value.size()));
    }

    /** Each ends with a NUL, the last one perhaps without. */
    private static List<String> strings(String all) {
        List<String> list = new ArrayList<>();
        int from = 0;
        for (int end = all.indexOf('\0'); end >= 0; end = all.indexOf('\0', from)) {
            list.add(all.substring(from, end));
            from = end + 1;
        }
        if (from < all.length()) {
            list.add(all.substring(from));
        }
        return list;
    }

    private static void items(Bytes bytes, int type, Values.Value value, List<String> list) throws Malformed {
        int end = value.from() + value.size();
        for (int at = value.from(); at < end; ) {
            int width =
                    type == Scalars.SID && at + 8 <= end ? 8 + 4 * bytes.u8(at + 1) : Scalars.width(type, value.size());
            int size = width == 0 || width > end - at ? end - at : width;
            list.add(Scalars.text(bytes, type, at, size));
            at += size;
        }
    }
}
