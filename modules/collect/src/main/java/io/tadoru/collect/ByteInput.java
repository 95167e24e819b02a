package io.tadoru.collect;

import java.io.IOException;
import java.io.InputStream;

/** A buffered stream that can be looked ahead in and knows its position. */
final class ByteInput {
    private static final int SIZE = 64 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[SIZE];
    private long bufferStart;
    private int next;
    private int end;

    ByteInput(InputStream in, long position) {
        this.in = in;
        this.bufferStart = position;
    }

    /** Offset of the next byte in the stream. */
    long position() {
        return bufferStart + next;
    }

    /** Whether there is a byte; waits for one. */
    boolean available() throws IOException {
        return peek(0) >= 0;
    }

    /** The byte so many places ahead, waiting for it; -1 at the end. */
    int peek(int ahead) throws IOException {
        while (next + ahead >= end) {
            if (!fill()) {
                return -1;
            }
        }
        return buffer[next + ahead] & 0xff;
    }

    /** Moves on over bytes that have been looked at. */
    void skip(int count) {
        next += count;
    }

    /** Moves what is buffered, up to and without the line feed, to the line; true when the line feed was there. */
    boolean moveLine(LineBuilder line, LineEnd end) throws IOException {
        boolean whole = end.width() == 1 || peek(1) >= 0;
        int to = next;
        while (to + end.width() <= this.end && !end.is('\n', buffer, to)) {
            to += end.width();
        }
        boolean found = to + end.width() <= this.end;
        int count = whole ? to - next : this.end - next; // half a character, where the stream ends with one
        line.add(buffer, next, count);
        next += count + (found ? end.width() : 0);
        return found;
    }

    /** Moves what is buffered, at most so many bytes, to the line; how many it were. */
    int moveBytes(LineBuilder line, long most) {
        int count = (int) Math.min(most, end - next);
        line.add(buffer, next, count);
        next += count;
        return count;
    }

    private boolean fill() throws IOException {
        bufferStart += next;
        System.arraycopy(buffer, next, buffer, 0, end - next);
        end -= next;
        next = 0;
        int count = in.read(buffer, end, SIZE - end);
        end += Math.max(0, count);
        return count >= 0;
    }
}
