package io.tadoru.demo;

import io.tadoru.event.Sha256;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A scenario's file, line by line and untouched; blank lines are no records, on no way in. */
final class FeedLines {
    private static final int BUFFER = 1 << 16;

    /** Gets each line without its end. */
    interface Taker {
        void take(byte[] line) throws IOException;
    }

    private FeedLines() {}

    static void each(Path file, Taker taker) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            var line = new ByteArrayOutputStream();
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b == '\n') {
                    take(line, taker);
                } else {
                    line.write(b);
                }
            }
            take(line, taker);
        }
    }

    private static void take(ByteArrayOutputStream line, Taker taker) throws IOException {
        byte[] bytes = line.toByteArray();
        boolean returned = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
        byte[] record = returned ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
        line.reset();
        if (record.length > 0) {
            taker.take(record);
        }
    }

    static long count(Path file) throws IOException {
        long[] lines = {0};
        each(file, line -> lines[0]++);
        return lines[0];
    }

    static String digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Sha256.hex(in);
        }
    }
}
