package io.tadoru.event;

import java.util.Arrays;

/** Sizes that add up: what one step may say, the next must be able to carry. */
public final class Limits {
    /** The longest line that becomes an event, in bytes; a longer one becomes a reject with its head. */
    public static final int LINE_BYTES = 256 * 1024;
    /** What is kept of a line that is too long, in bytes. */
    public static final int HEAD_BYTES = 8 * 1024;
    /** The longest chain document, in bytes. */
    public static final int CHAIN_BYTES = 512 * 1024;
    /** The longest record on any topic, in bytes. */
    public static final int TOPIC_RECORD_BYTES = 4 * 1024 * 1024;

    private Limits() {}

    static byte[] head(byte[] bytes) {
        return bytes.length <= LINE_BYTES ? bytes : Arrays.copyOf(bytes, HEAD_BYTES);
    }
}
