package io.tadoru.simulator.office;

import io.tadoru.event.Sha256;
import io.tadoru.simulator.Pen;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One log file, written day by day: lines come in any order, wait until their day is over, and are written by time. */
final class Book {
    /** Stands for the number that a PC's event has among its others, known only when the line is written. */
    static final int NUMBER = 987_654_321;

    private record Line(Instant at, String text, String numbered, Optional<Hashes> mark) {}

    private final BufferedWriter out;
    private final Span covered;
    private final List<Span> silences;
    private final Map<String, Integer> numbers = new HashMap<>();
    private List<Line> waiting = new ArrayList<>();

    Book(Path file, Span covered, List<Span> silences) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        this.out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        this.covered = covered;
        this.silences = List.copyOf(silences);
    }

    /** Whose lines are noted in the mark, when there is one. */
    Pen pen(Optional<Hashes> mark) {
        return (at, text) -> add(at, text, "", mark);
    }

    void add(Instant at, String text, String numbered, Optional<Hashes> mark) {
        if (covered.holds(at) && silences.stream().noneMatch(s -> s.holds(at))) {
            waiting.add(new Line(at, text, numbered, mark));
        }
    }

    /** Writes what happened before then. */
    void writeUntil(Instant until) throws IOException {
        waiting.sort(Comparator.comparing(Line::at)); // stable: what happens in one instant keeps its order
        List<Line> later = new ArrayList<>();
        for (Line line : waiting) {
            if (line.at().isBefore(until)) {
                write(line);
            } else {
                later.add(line);
            }
        }
        waiting = later;
    }

    private void write(Line line) throws IOException {
        String text = line.numbered().isEmpty() ? line.text() : numbered(line);
        line.mark().ifPresent(mark -> mark.add(Sha256.hex(text)));
        out.write(text);
        out.write('\n');
    }

    private String numbered(Line line) {
        int number = 10_000 + numbers.merge(line.numbered(), 1, Integer::sum);
        return line.text().replace("\"record_id\":" + NUMBER, "\"record_id\":" + number);
    }

    void close() throws IOException {
        out.close();
    }
}
