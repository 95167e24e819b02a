package io.tadoru.evtx;

import java.util.Arrays;

/** A chunk's bytes, little-endian; reading beside them is told, never done. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Bytes(byte[] array) {
    int length() {
        return array.length;
    }

    int u8(int at) throws Malformed {
        check(at, 1);
        return array[at] & 0xff;
    }

    int u16(int at) throws Malformed {
        check(at, 2);
        return peek16(at);
    }

    int i32(int at) throws Malformed {
        check(at, 4);
        return peek16(at) | (peek16(at + 2) << 16);
    }

    long u32(int at) throws Malformed {
        return i32(at) & 0xffffffffL;
    }

    long i64(int at) throws Malformed {
        return u32(at) | (u32(at + 4) << 32);
    }

    /** An offset or a length: below any sane bound, else the bytes are none. */
    int small(int at) throws Malformed {
        long value = u32(at);
        if (value > Chunk.SIZE) {
            throw new Malformed("an offset or length of " + value + " is beyond the chunk");
        }
        return (int) value;
    }

    /** Not checked: for offsets that are constants. */
    int peek16(int at) {
        return (array[at] & 0xff) | ((array[at + 1] & 0xff) << 8);
    }

    byte[] copy(int at, int size) throws Malformed {
        check(at, size);
        return Arrays.copyOfRange(array, at, at + size);
    }

    /** Half characters become U+FFFD, for JSON has no form for them; Java's decoder would take what follows along. */
    String utf16(int at, int size) throws Malformed {
        check(at, size);
        char[] characters = new char[size / 2];
        for (int i = 0; i < characters.length; i++) {
            characters[i] = (char) peek16(at + 2 * i);
        }
        for (int i = 0; i < characters.length; i++) {
            if (i + 1 < characters.length && Character.isSurrogatePair(characters[i], characters[i + 1])) {
                i++;
            } else if (Character.isSurrogate(characters[i])) {
                characters[i] = '\uFFFD';
            }
        }
        return new String(characters);
    }

    private void check(int at, int size) throws Malformed {
        if (at < 0 || size < 0 || at > array.length - size) {
            throw new Malformed("it points beyond the end, to " + at);
        }
    }
}
