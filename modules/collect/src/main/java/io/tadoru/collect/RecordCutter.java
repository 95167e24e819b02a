package io.tadoru.collect;

import io.tadoru.connector.Framer;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into records: lines, with what headers before them said, or several that are one. */
final class RecordCutter {
    private final LineCutter lines;
    private final Framer framer;
    private final Deque<Line> ready = new ArrayDeque<>();
    private long taken;

    RecordCutter(LineCutter lines, Framer framer) {
        this.lines = lines;
        this.framer = framer;
    }

    /** The next record, waiting for it; null at the end of the stream. */
    @Nullable
    Line next() throws IOException {
        while (ready.isEmpty()) {
            Line line = lines.next();
            if (line == null) {
                add(framer.end());
                return ready.poll();
            }
            taken = lines.position();
            take(line);
        }
        return ready.poll();
    }

    private void take(Line line) {
        switch (line) {
            case Line.Whole whole -> add(framer.line(whole.start(), whole.bytes()));
            case Line.TooLong tooLong -> {
                add(framer.end());
                ready.add(tooLong);
            }
        }
    }

    private void add(List<Framer.Framed> records) {
        records.forEach(r -> ready.add(new Line.Whole(r.offset(), r.bytes(), r.context())));
    }

    /** The record that waits for more lines, when none came for a while; null when none waits. */
    @Nullable
    Line flush() {
        add(framer.end());
        return ready.poll();
    }

    /** Offset after the last record that was given out: what came after it is to be read again. */
    long position() {
        Line next = ready.peek();
        return next != null ? next.start() : framer.waits() ? framer.start() : taken;
    }
}
