package io.tadoru.investigate;

import io.tadoru.event.Limits;
import io.tadoru.event.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Cuts an input into lines; memory stays bounded however long a line is. */
final class Records {
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int filled;
    private long at;
    private long blank;

    Records(InputStream in) {
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

        static Line tooLong(long start, byte[] bytes, long length, String hash) {
            return new TooLong(start, Arrays.copyOf(bytes, Limits.HEAD_BYTES), length, hash);
        }
    }

    /** The next line that is not empty, or null at the end. */
    @Nullable
    Line next() throws IOException {
        while (true) {
            long start = at;
            Cut cut = new Cut();
            boolean ended = fill(cut);
            if (cut.length > 0 && !cut.onlyReturn()) {
                return cut.line(start);
            }
            if (!ended) {
                return null;
            }
            blank++;
        }
    }

    /** Lines without anything in them, so far: no records, but counted. */
    long blank() {
        return blank;
    }

    /** Where the next line begins, in the unpacked bytes. */
    long at() {
        return at;
    }

    /** Takes up to the line's end; false when the input ended first. */
    private boolean fill(Cut cut) throws IOException {
        while (from < filled || more()) {
            int end = from;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            cut.add(buffer, from, end - from);
            boolean ended = end < filled;
            at += end - from + (ended ? 1 : 0);
            from = end + (ended ? 1 : 0);
            if (ended) {
                return true;
            }
        }
        return false;
    }

    private boolean more() throws IOException {
        from = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }

    /** The bytes of one line as they come; beyond the limit only their count and digest grow. */
    private static final class Cut {
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private @Nullable MessageDigest digest;
        private long length;

        void add(byte[] bytes, int offset, int count) {
            length += count;
            if (digest == null) {
                kept.write(bytes, offset, count);
                // One more than the limit, for a carriage return that is no part of the line.
                if (length > Limits.LINE_BYTES + 1) {
                    digest = Sha256.digest();
                    digest.update(kept.toByteArray());
                }
            } else {
                digest.update(bytes, offset, count);
            }
        }

        boolean onlyReturn() {
            return length == 1 && kept.toByteArray()[0] == '\r';
        }

        Line line(long start) {
            byte[] bytes = kept.toByteArray();
            if (digest != null) {
                return Line.tooLong(start, bytes, length, HexFormat.of().formatHex(digest.digest()));
            }
            boolean returned = bytes[bytes.length - 1] == '\r';
            byte[] line = returned ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
            return line.length > Limits.LINE_BYTES
                    ? Line.tooLong(start, line, line.length, Sha256.hex(line))
                    : new Line.Whole(start, line);
        }
    }
}
