package io.tadoru.evtx;

import io.tadoru.connector.RecordFormat.Sink;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The file: a header, then chunks. Of the header only the number of chunks is used, to notice that some are missing: a file
 * copied from a running PC is marked as dirty and counts too few, and is read all the same.
 */
final class LogFile {
    static final int HEADER = 4096;
    private static final int CHUNKS = 42;

    private final InputStream in;
    private final Sink sink;
    private @Nullable IOException broken;

    LogFile(InputStream in, Sink sink) {
        this.in = in;
        this.sink = sink;
    }

    void read() throws IOException {
        byte[] header = next(HEADER);
        if (header.length < HEADER) {
            sink.damaged(0, header, "the file ends within its header, after " + header.length + " bytes");
        } else {
            chunks(new Bytes(header).peek16(CHUNKS));
        }
        if (broken != null) {
            throw broken;
        }
    }

    private void chunks(int counted) throws IOException {
        long offset = HEADER;
        int number = 0;
        for (byte[] chunk = next(Chunk.SIZE); chunk.length > 0; chunk = next(Chunk.SIZE)) {
            number++;
            one(offset, chunk, number, counted);
            offset += chunk.length;
        }
        if (number < counted) {
            sink.damaged(
                    offset,
                    new byte[0],
                    "the file ends after " + number + " of " + counted + " chunks: it is cut off, the records of "
                            + (counted - number) + " chunks are missing");
        }
    }

    private void one(long offset, byte[] chunk, int number, int counted) throws IOException {
        if (!zeros(chunk, 0, chunk.length)) {
            new Chunk(offset, chunk, number, sink).read();
        } else if (number <= counted) { // beyond them is room that was never used
            sink.damaged(offset, chunk, "chunk " + number + " holds nothing but zeros: its records are lost");
        }
    }

    /** So many bytes, fewer at the end; what came before the stream broke is read before that is told. */
    private byte[] next(int size) {
        byte[] bytes = new byte[size];
        int filled = 0;
        try {
            while (broken == null && filled < size) {
                int read = in.read(bytes, filled, size - filled);
                if (read < 0) {
                    break;
                }
                filled += read;
            }
        } catch (IOException e) {
            broken = e;
        }
        return filled == size ? bytes : Arrays.copyOf(bytes, filled);
    }

    static boolean zeros(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
