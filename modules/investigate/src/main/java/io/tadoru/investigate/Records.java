package io.tadoru.investigate;

import io.tadoru.event.Limits;
import io.tadoru.event.Sha256;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Cuts a file, plain or gzip, into lines; memory stays bounded however long a line is. */
final class Records implements AutoCloseable {
    private final InputStream in;
    private long at;

    private Records(InputStream in) {
        this.in = in;
    }

    /** One line without its end; offsets are in the unpacked bytes. */
    sealed interface Line {
        long offset();

        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Whole(long offset, byte[] bytes) implements Line {}

        /** Longer than a line may be: its head, and length and SHA-256 of all of it. */
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record TooLong(long offset, byte[] head, long length, String hash) implements Line {}
    }

    static Records of(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            return new Records(
                    file.toString().endsWith(".gz") ? new BufferedInputStream(new GZIPInputStream(in), 1 << 16) : in);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** The next line that is not empty, or null at the end. */
    @Nullable
    Line next() throws IOException {
        while (true) {
            long start = at;
            Cut cut = new Cut();
            int b = in.read();
            for (; b >= 0 && b != '\n'; b = in.read()) {
                cut.add((byte) b);
            }
            at += cut.length + (b < 0 ? 0 : 1);
            if (cut.length > 0 && !cut.onlyReturn()) {
                return cut.line(start);
            }
            if (b < 0) {
                return null;
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** The bytes of one line as they come; beyond the limit only their count and digest grow. */
    private static final class Cut {
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private @Nullable MessageDigest digest;
        private long length;

        void add(byte b) {
            length++;
            if (digest == null) {
                kept.write(b);
                // One more than the limit, for a carriage return that is no part of the line.
                if (length > Limits.LINE_BYTES + 1) {
                    digest = Sha256.digest();
                    digest.update(kept.toByteArray());
                }
            } else {
                digest.update(b);
            }
        }

        boolean onlyReturn() {
            return length == 1 && kept.toByteArray()[0] == '\r';
        }

        Line line(long start) {
            byte[] bytes = kept.toByteArray();
            if (digest != null) {
                return tooLong(start, bytes, length, HexFormat.of().formatHex(digest.digest()));
            }
            boolean returned = bytes[bytes.length - 1] == '\r';
            byte[] line = returned ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
            return line.length > Limits.LINE_BYTES
                    ? tooLong(start, line, line.length, Sha256.hex(line))
                    : new Line.Whole(start, line);
        }

        private static Line tooLong(long start, byte[] bytes, long length, String hash) {
            return new Line.TooLong(start, Arrays.copyOf(bytes, Limits.HEAD_BYTES), length, hash);
        }
    }
}
