package io.tadoru.collect;

/** One record as cut from a stream of bytes, without its line end. */
public sealed interface Line {
    /** Offset of its first byte in the stream. */
    long start();

    /**
     * A line within the limit, or several that are one record.
     *
     * @param context what a header before it in its file said; often empty
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Whole(long start, byte[] bytes, String context) implements Line {
        public Whole(long start, byte[] bytes) {
            this(start, bytes, "");
        }
    }

    /**
     * A line beyond the limit: its first bytes, its length, and the SHA-256 of all its bytes in hex.
     *
     * @param head its first bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record TooLong(long start, byte[] head, long length, String sha256) implements Line {}
}
