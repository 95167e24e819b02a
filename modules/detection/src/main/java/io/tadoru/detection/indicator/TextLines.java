package io.tadoru.detection.indicator;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** The lines of a text; one that is too long to be an entry is cut, whatever its length. */
final class TextLines {
    private static final int LONGEST = 16 * 1024;

    private final Reader reader;
    private final char[] buffer = new char[1 << 14];
    private int at;
    private int length;
    private int number;
    private boolean ended;

    TextLines(Reader reader) {
        this.reader = reader;
    }

    /** The next line; empty at the end. */
    Optional<String> next() throws IOException {
        if (ended) {
            return Optional.empty();
        }
        StringBuilder line = new StringBuilder();
        int c = read();
        while (c >= 0 && c != '\n') {
            if (line.length() < LONGEST) {
                line.append((char) c);
            }
            c = read();
        }
        ended = c < 0;
        number++;
        return Optional.of(line.toString());
    }

    private int read() throws IOException {
        if (at == length) {
            at = 0;
            length = Math.max(0, reader.read(buffer));
        }
        return length == 0 ? -1 : buffer[at++];
    }

    /** Of the line that was read last, counted from 1. */
    int number() {
        return number;
    }
}
