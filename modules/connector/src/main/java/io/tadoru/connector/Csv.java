package io.tadoru.connector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads one record of comma-separated values into the columns' names. */
final class Csv implements Reader {
    private final List<String> columns;
    private final CSVFormat format;

    Csv(List<String> columns, char separator) {
        this.columns = columns;
        this.format = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
    }

    @Override
    public boolean read(String text, Fill fill) {
        try (CSVParser parser = CSVParser.parse(text, format)) {
            List<CSVRecord> records = parser.getRecords();
            return records.size() == 1 && fill(records.get(0), fill);
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            return false;
        }
    }

    private boolean fill(CSVRecord row, Fill fill) {
        if (row.size() < 2 && columns.size() > 1) {
            return false;
        }
        for (int i = 0; i < row.size(); i++) {
            fill.put(i < columns.size() ? columns.get(i) : "column_" + (i + 1), row.get(i));
        }
        return true;
    }

    @Override
    public String expected() {
        return columns.size() + " columns";
    }
}
