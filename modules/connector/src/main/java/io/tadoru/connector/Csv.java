package io.tadoru.connector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads one record of comma-separated values (RFC 4180) into the columns' names, which are fixed or stood in the file's header. */
final class Csv implements Reader {
    private final Columns columns;
    private final CSVFormat format;

    private Csv(Columns columns, CSVFormat format) {
        this.columns = columns;
        this.format = format;
    }

    static Csv of(List<String> columns, char separator) {
        return new Csv(Columns.of(columns), format(separator));
    }

    /** With the names that the header of its file gives. */
    static Csv withHeader(List<String> otherwise, char separator) {
        CSVFormat format = format(separator);
        return new Csv(Columns.told(otherwise, header -> names(header, format)), format);
    }

    private static CSVFormat format(char separator) {
        return CSVFormat.RFC4180.builder().setDelimiter(separator).get();
    }

    private static List<String> names(String header, CSVFormat format) {
        CSVRecord row = row(header, format);
        return row == null ? List.of() : row.stream().map(String::strip).toList();
    }

    @Override
    public boolean read(String text, Fill fill) {
        return read(text, "", fill);
    }

    @Override
    public boolean read(String text, String context, Fill fill) {
        List<String> names = columns.in(context);
        CSVRecord row = row(text, format);
        if (row == null || names.isEmpty() || (row.size() < 2 && names.size() > 1)) {
            return false;
        }
        for (int i = 0; i < row.size(); i++) {
            fill.put(Columns.name(names, i), row.get(i));
        }
        return true;
    }

    private static @Nullable CSVRecord row(String text, CSVFormat format) {
        try (CSVParser parser = CSVParser.parse(text, format)) {
            List<CSVRecord> records = parser.getRecords();
            return records.size() == 1 ? records.get(0) : null;
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            return null;
        }
    }

    @Override
    public String expected() {
        List<String> names = columns.in("");
        return names.isEmpty() ? "columns that a header names" : names.size() + " columns";
    }
}
