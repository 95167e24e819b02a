package io.tadoru.collect;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Cuts a stream at line feeds. Empty lines are no records. */
final class LineCutter {
    private final ByteInput in;
    private final LineEnd end;

    LineCutter(ByteInput in) {
        this(in, LineEnd.BYTE);
    }

    LineCutter(ByteInput in, LineEnd end) {
        this.in = in;
        this.end = end;
    }

    static LineCutter of(InputStream in) {
        return new LineCutter(new ByteInput(in, 0));
    }

    /** The next line, waiting for it; null at the end of the stream. A last line without line feed is one. */
    @Nullable
    Line next() throws IOException {
        while (in.available()) {
            Line line = cut();
            if (!(line instanceof Line.Whole whole && whole.bytes().length == 0)) {
                return line;
            }
        }
        return null;
    }

    /** Offset after the last line and its line feed. */
    long position() {
        return in.position();
    }

    private Line cut() throws IOException {
        LineBuilder line = new LineBuilder(in.position());
        boolean complete = in.moveLine(line, end);
        while (!complete && in.available()) {
            complete = in.moveLine(line, end);
        }
        return line.build(end);
    }
}
