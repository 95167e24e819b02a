package io.tadoru.collect;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a TCP connection into syslog records as RFC 6587 has it: by a length before each (octet counting) or by line feeds.
 * The first bytes tell which; should a length be missing later, the rest goes by line feeds.
 */
final class SyslogFrames {
    private static final int MOST_DIGITS = 9;

    private final ByteInput in;
    private final LineCutter lines;
    private boolean counted = true;

    SyslogFrames(InputStream in) {
        this.in = new ByteInput(in, 0);
        this.lines = new LineCutter(this.in);
    }

    /** The next record, waiting for it; null at the end. */
    @Nullable
    Line next() throws IOException {
        while (counted && in.available()) {
            long length = length();
            counted = length > 0;
            if (counted) {
                return octets(length);
            }
        }
        return lines.next();
    }

    /** The length before the next record, consumed; 0 when there is none. */
    private long length() throws IOException {
        skipLineEnds();
        long length = 0;
        int digits = 0;
        while (digits < MOST_DIGITS && isDigit(in.peek(digits))) {
            length = 10 * length + in.peek(digits) - '0';
            digits++;
        }
        // a record begins with its priority: what goes on otherwise is a line that happens to begin with digits
        if (digits == 0 || in.peek(digits) != ' ' || in.peek(digits + 1) != '<') {
            return 0;
        }
        in.skip(digits + 1);
        return length;
    }

    /** Some senders end a counted record with a line feed that they do not count. */
    private void skipLineEnds() throws IOException {
        while (in.peek(0) == '\n' || in.peek(0) == '\r') {
            in.skip(1);
        }
    }

    private Line octets(long length) throws IOException {
        LineBuilder line = new LineBuilder(in.position());
        long left = length;
        while (left > 0 && in.available()) {
            left -= in.moveBytes(line, left);
        }
        return withoutLineEnd(line.build(LineEnd.BYTE));
    }

    private static Line withoutLineEnd(Line line) {
        return line instanceof Line.Whole whole ? new Line.Whole(whole.start(), LineEnds.strip(whole.bytes())) : line;
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }
}
