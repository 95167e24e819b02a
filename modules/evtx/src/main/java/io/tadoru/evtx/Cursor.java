package io.tadoru.evtx;

/** Walks over a part of a chunk from one token to the next. */
final class Cursor {
    private final Bytes bytes;
    private final int end;
    private int at;

    Cursor(Bytes bytes, int at, int end) throws Malformed {
        if (at < 0 || at > end || end > bytes.length()) {
            throw new Malformed("a part from " + at + " to " + end + " is not within the chunk");
        }
        this.bytes = bytes;
        this.at = at;
        this.end = end;
    }

    boolean more() {
        return at < end;
    }

    int at() {
        return at;
    }

    int u8() throws Malformed {
        return bytes.u8(skip(1));
    }

    int u16() throws Malformed {
        return bytes.u16(skip(2));
    }

    int small() throws Malformed {
        return bytes.small(skip(4));
    }

    String utf16(int characters) throws Malformed {
        int size = characters * 2;
        return bytes.utf16(skip(size), size);
    }

    /** Goes on by so many bytes; where they began. */
    int skip(int size) throws Malformed {
        if (size < 0 || size > end - at) {
            throw new Malformed("it ends in the middle, " + size + " bytes were to follow");
        }
        int from = at;
        at += size;
        return from;
    }
}
