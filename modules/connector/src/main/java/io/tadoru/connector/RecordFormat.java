package io.tadoru.connector;

import java.io.IOException;
import java.io.InputStream;

/**
 * Cuts a file that is no text into records, each as one line that a connector reads. Whoever implements it registers for
 * {@link java.util.ServiceLoader}; a connector names it with {@code format}.
 */
public interface RecordFormat {
    /** As a connector's {@code format} names it, such as {@code evtx}. */
    String name();

    /** Whether a file that begins so is of this format. */
    boolean begins(byte[] head);

    /**
     * Reads to the end, with bounded memory and time whatever the bytes.
     *
     * @throws IOException only what the stream or the sink throws; bytes that make no sense are told to the sink
     */
    void read(InputStream in, Sink sink) throws IOException;

    /** Gets what was found, in the file's order. */
    interface Sink {
        /** A record as one line in UTF-8, without its end; the offset is in the file. */
        void record(long offset, byte[] record) throws IOException;

        /** Bytes that gave no record, none where some are missing; the reason is for people. */
        void damaged(long offset, byte[] bytes, String reason) throws IOException;
    }
}
