package io.tadoru.collect;

import java.util.Arrays;

/** What senders put after a record that is not part of it. */
final class LineEnds {
    private LineEnds() {}

    /** Without trailing line feeds, carriage returns and the zero byte that some senders add. */
    static byte[] strip(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r' || bytes[end - 1] == 0)) {
            end--;
        }
        return end == bytes.length ? bytes : Arrays.copyOf(bytes, end);
    }
}
