package io.tadoru.detection.indicator;

import io.tadoru.detection.Indicator;
import io.tadoru.event.Instants;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;

/**
 * A table under a heading that names its columns, {@code value} among them. A line is an entry, so that a quote that nobody
 * closes costs one.
 */
final class CsvList {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setIgnoreSurroundingSpaces(true).get();

    private final TextLines lines;
    private final Intake into;
    private List<String> heading = List.of();

    private CsvList(TextLines lines, Intake into) {
        this.lines = lines;
        this.into = into;
    }

    /** Whether the line could be its heading. */
    static boolean isHeading(String line) {
        return line.indexOf(',') > 0 && names(line).contains("value");
    }

    static void read(TextLines lines, Intake into) throws IOException {
        new CsvList(lines, into).read();
    }

    private void read() throws IOException {
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            String text = line.get().strip();
            if (!text.isEmpty() && text.charAt(0) != '#') {
                row(text);
            }
        }
    }

    private void row(String text) {
        if (heading.isEmpty()) {
            heading = names(text);
            return;
        }
        try {
            row(cells(text));
        } catch (IOException | RuntimeException e) {
            into.refuse(lines.number(), "is no line of CSV: " + Plain.text(String.valueOf(e.getMessage()), 200));
        }
    }

    private void row(List<String> cells) {
        Cells row = new Cells(cells);
        Optional<String> fault = row.fault();
        if (fault.isPresent()) {
            into.refuse(lines.number(), fault.get());
        } else {
            into.take(lines.number(), row.written());
        }
    }

    private static List<String> names(String line) {
        try {
            return cells(line.toLowerCase(Locale.ROOT)).stream()
                    .map(String::strip)
                    .toList();
        } catch (IOException | RuntimeException e) {
            return List.of();
        }
    }

    private static List<String> cells(String line) throws IOException {
        if (line.indexOf('"') < 0) {
            return List.of(line.split(",", -1)); // what the parser gives for it, at a tenth of the cost
        }
        try (CSVParser parser = CSVParser.parse(line, FORMAT)) {
            List<String> cells = new ArrayList<>();
            parser.forEach(record -> record.forEach(cells::add));
            return cells;
        }
    }

    /** One line by the names of the heading. */
    private final class Cells {
        private final List<String> cells;

        Cells(List<String> cells) {
            this.cells = cells;
        }

        private String cell(String column) {
            int at = heading.indexOf(column);
            return at < 0 || at >= cells.size() ? "" : cells.get(at).strip();
        }

        private Optional<String> fault() {
            return timeFault("valid_from")
                    .or(() -> timeFault("valid_until"))
                    .or(() -> cell("confidence").isEmpty() || cell("confidence").matches("100|[0-9]{1,2}")
                            ? Optional.empty()
                            : Optional.of("confidence is no number from 0 to 100: " + shown("confidence")));
        }

        private Optional<String> timeFault(String column) {
            boolean fine = cell(column).isEmpty() || time(column) != null;
            return fine ? Optional.empty() : Optional.of("is no instant: " + shown(column));
        }

        private String shown(String column) {
            return Plain.text(cell(column), 80);
        }

        private @Nullable Instant time(String column) {
            String text = cell(column);
            return Instants.parse(text.length() == 10 ? text + "T00:00:00Z" : text)
                    .orElse(null);
        }

        private Written written() {
            String confidence = cell("confidence");
            return new Written(
                    cell("type"),
                    cell("value"),
                    cell("source"),
                    confidence.isEmpty() ? Indicator.UNSAID : Integer.parseInt(confidence),
                    time("valid_from"),
                    time("valid_until"),
                    cell("name"));
        }
    }
}
