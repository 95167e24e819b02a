package io.tadoru.evtx;

import io.tadoru.connector.RecordFormat.Sink;
import io.tadoru.event.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One chunk: 64 KB that stand for themselves, for names and templates are shared only within it. Its records are read one
 * after the other; where none begins, the next is looked for. Checksums are not asked: what can be read is evidence, and a
 * file from a running PC has stale ones.
 */
final class Chunk {
    static final int SIZE = 1 << 16;
    private static final int HEADER = 512;
    private static final int FREE = 48;
    private static final int RECORD_HEADER = 24;
    private static final int SMALLEST = RECORD_HEADER + 4;
    private static final int SIGNATURE = 0x2a2a;
    private static final byte[] CHUNK_SIGNATURE = "ElfChnk\0".getBytes(StandardCharsets.US_ASCII);

    private final long offset;
    private final Bytes bytes;
    private final int number;
    private final Sink sink;
    private final Effort effort = new Effort();
    private final BinXml xml;
    private long last = -1;

    Chunk(long offset, byte[] bytes, int number, Sink sink) {
        this.offset = offset;
        this.bytes = new Bytes(bytes);
        this.number = number;
        this.sink = sink;
        this.xml = new BinXml(this.bytes, effort);
    }

    void read() throws IOException {
        try {
            boolean headed = bytes.length() >= HEADER && signed();
            int at = records(headed ? HEADER : 0, headed ? free() : bytes.length());
            if (bytes.length() < SIZE) {
                damaged(at, bytes.length(), cutOff());
            }
        } catch (Malformed e) { // each offset was looked at before: a mistake here, not in the file
            sink.damaged(offset, bytes.array(), "chunk " + number + " cannot be read: " + e.reason());
        }
    }

    private boolean signed() {
        int length = CHUNK_SIGNATURE.length;
        return Arrays.equals(bytes.array(), 0, length, CHUNK_SIGNATURE, 0, length);
    }

    /** Where the header says that records end; the chunk's end when that cannot be. */
    private int free() throws Malformed {
        long free = bytes.u32(FREE);
        return free < HEADER || free > bytes.length() ? bytes.length() : (int) free;
    }

    private String cutOff() {
        return "the file is cut off within chunk " + number + ", after " + bytes.length() + " of its " + SIZE
                + " bytes";
    }

    /** Reads what is there; where it ended. A header that was not written in time leaves records behind the end it names. */
    private int records(int from, int end) throws Malformed, IOException {
        int at = from;
        while (at < end || follows(at)) {
            if (begins(at)) {
                int size = size(at, Math.max(end, at));
                if (size == 0) {
                    return at;
                }
                record(at, size);
                at += size;
            } else {
                int next = next(at + 1, end);
                if (next == bytes.length() && next < SIZE) {
                    return at;
                }
                gap(at, next);
                at = next;
            }
        }
        return at;
    }

    private boolean follows(int at) throws Malformed {
        return last >= 0 && begins(at) && bytes.i64(at + 8) == last + 1;
    }

    private boolean begins(int at) throws Malformed {
        return at <= bytes.length() - SMALLEST && bytes.i32(at) == SIGNATURE;
    }

    /** Its length, 0 when the file ends in it. One whose two lengths differ ends where the next begins. */
    private int size(int at, int end) throws Malformed {
        long size = bytes.u32(at + 4);
        boolean fits = size >= SMALLEST && size <= SIZE - at;
        if (fits && size > bytes.length() - at) {
            return 0;
        }
        return fits && bytes.u32(at + (int) size - 4) == size ? (int) size : next(at + SMALLEST, end) - at;
    }

    private int next(int from, int end) throws Malformed {
        int at = from;
        while (at < end && !begins(at)) {
            at++;
        }
        return Math.min(Math.max(at, from), bytes.length());
    }

    private void record(int at, int size) throws IOException {
        try {
            effort.begin();
            last = bytes.i64(at + 8);
            Element event = xml.read(at + RECORD_HEADER, at + size).child("Event");
            sink.record(offset + at, Json.bytes(new Winlog(event).record(last, Times.text(bytes.i64(at + 16)))));
        } catch (Malformed e) {
            damaged(at, at + size, "the record cannot be read: " + e.reason());
        }
    }

    private void gap(int from, int to) throws IOException {
        if (!LogFile.zeros(bytes.array(), from, to)) {
            damaged(from, to, to - from == SIZE ? "this is no chunk of an event log" : "no record begins here");
        }
    }

    private void damaged(int from, int to, String reason) throws IOException {
        sink.damaged(offset + from, Arrays.copyOfRange(bytes.array(), Math.min(from, to), to), reason);
    }
}
