package io.tadoru.collect;

import io.tadoru.event.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * A file's first bytes, by which it is known again after a rename.
 *
 * @param bytes how many: at most {@link #MOST}, and no more than had been read, so that growing changes nothing
 * @param sha256 of them
 */
record Head(int bytes, String sha256) {
    static final int MOST = 1024;

    /** Of a file of which so much has been read. */
    static Head of(FileChannel file, long read) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(MOST, read));
        while (buffer.hasRemaining() && file.read(buffer, buffer.position()) >= 0) {
            // positioned reads: the channel's own position is the reader's
        }
        byte[] head = java.util.Arrays.copyOf(buffer.array(), buffer.position());
        return new Head(head.length, Sha256.hex(head));
    }

    /** Whether the file still, or also, begins so. */
    boolean begins(FileChannel file) throws IOException {
        return of(file, bytes).equals(this);
    }
}
