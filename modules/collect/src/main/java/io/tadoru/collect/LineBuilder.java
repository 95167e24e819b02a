package io.tadoru.collect;

import io.tadoru.event.Limits;
import io.tadoru.event.Sha256;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Gathers a line's bytes up to the limit; of a longer one only head, length and digest. */
final class LineBuilder {
    private static final int INITIAL = 512;

    private final long start;
    private byte[] bytes = new byte[INITIAL];
    private int kept;
    private long length;
    private @Nullable MessageDigest digest;

    LineBuilder(long start) {
        this.start = start;
    }

    void add(byte[] from, int offset, int count) {
        length += count;
        if (digest == null && length <= Limits.LINE_BYTES) {
            keep(from, offset, count);
        } else {
            digest().update(from, offset, count);
        }
    }

    long length() {
        return length;
    }

    /** The line; a carriage return before the line feed belongs to the line end. */
    Line build(LineEnd end) {
        if (digest != null) {
            return new Line.TooLong(start, bytes, length, HexFormat.of().formatHex(digest.digest()));
        }
        int before = kept - end.width();
        return new Line.Whole(start, Arrays.copyOf(bytes, before >= 0 && end.is('\r', bytes, before) ? before : kept));
    }

    private void keep(byte[] from, int offset, int count) {
        if (kept + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(Limits.LINE_BYTES, Math.max(kept + count, 2 * bytes.length)));
        }
        System.arraycopy(from, offset, bytes, kept, count);
        kept += count;
    }

    private MessageDigest digest() {
        if (digest == null) {
            digest = Sha256.digest();
            digest.update(bytes, 0, kept);
            bytes = Arrays.copyOf(bytes, Math.min(kept, Limits.HEAD_BYTES));
        }
        return digest;
    }
}
