package io.tadoru.investigate;

import io.tadoru.event.Limits;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Cuts a file, plain or gzip, into lines; memory stays bounded however long a line is. */
final class Records {
    /** One byte beyond the limit is kept, so that who reads the record sees that it is too long. */
    private static final int KEPT = Limits.LINE_BYTES + 1;

    /** Gets each line without its end. */
    interface Taker {
        void take(long offset, byte[] line) throws IOException;
    }

    private Records() {}

    /** Calls for every line in order; offsets are in the unpacked bytes. */
    static void each(Path file, Taker taker) throws IOException {
        try (InputStream in = open(file)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            long start = 0;
            long at = 0;
            for (int b = in.read(); b >= 0; b = in.read()) {
                at++;
                if (b == '\n') {
                    take(taker, start, line);
                    start = at;
                } else if (line.size() < KEPT) {
                    line.write(b);
                }
            }
            take(taker, start, line);
        }
    }

    private static void take(Taker taker, long start, ByteArrayOutputStream line) throws IOException {
        byte[] bytes = line.toByteArray();
        line.reset();
        int length = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        if (length > 0) {
            taker.take(start, length == bytes.length ? bytes : java.util.Arrays.copyOf(bytes, length));
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        return file.toString().endsWith(".gz") ? new BufferedInputStream(new GZIPInputStream(in), 1 << 16) : in;
    }
}
