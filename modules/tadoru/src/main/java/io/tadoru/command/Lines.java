package io.tadoru.command;

import io.tadoru.event.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts a stream into lines, blank ones included; memory stays bounded however long a line is. */
final class Lines {
    /** One byte beyond the limit is kept, so that the connector sees that the line is too long. */
    private static final int KEPT = Limits.LINE_BYTES + 1;

    /** Gets each line without its end. */
    interface Taker {
        void take(long offset, byte[] line) throws IOException;
    }

    private Lines() {}

    static void each(InputStream in, Taker taker) throws IOException {
        var line = new ByteArrayOutputStream();
        long start = 0;
        long at = 0;
        for (int b = in.read(); b >= 0; b = in.read()) {
            at++;
            if (b == '\n') {
                taker.take(start, withoutReturn(line));
                line.reset();
                start = at;
            } else if (line.size() < KEPT) {
                line.write(b);
            }
        }
        if (at > start) { // a last line that was not ended
            taker.take(start, withoutReturn(line));
        }
    }

    private static byte[] withoutReturn(ByteArrayOutputStream line) {
        byte[] bytes = line.toByteArray();
        boolean returned = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
        return returned ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
    }
}
