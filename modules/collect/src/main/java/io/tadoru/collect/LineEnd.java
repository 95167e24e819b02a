package io.tadoru.collect;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * What ends the lines of a text: one byte, or in UTF-16 (RFC 2781) a pair of them that begins where pairs begin.
 *
 * @param width of a character, in bytes
 * @param at which byte of it says which one it is, of those that lines end with
 */
record LineEnd(int width, int at) {
    static final LineEnd BYTE = new LineEnd(1, 0);

    /** Of texts in this charset. */
    static LineEnd of(Charset charset) {
        if (charset.equals(StandardCharsets.UTF_16LE)) {
            return new LineEnd(2, 0);
        }
        return charset.equals(StandardCharsets.UTF_16BE) ? new LineEnd(2, 1) : BYTE;
    }

    /** Whether the character at this place is that one. */
    boolean is(char character, byte[] bytes, int from) {
        return bytes[from + at] == character && (width == 1 || bytes[from + 1 - at] == 0);
    }
}
