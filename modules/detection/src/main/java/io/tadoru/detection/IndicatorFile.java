package io.tadoru.detection;

import io.tadoru.event.Instants;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** One file of indicators, CSV or a plain list. */
final class IndicatorFile {
    private static final CSVFormat CSV = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setIgnoreEmptyLines(true)
            .setIgnoreSurroundingSpaces(true)
            .setCommentMarker('#')
            .get();

    private final Path file;
    private final Predicate<Indicator> into;

    private IndicatorFile(Path file, Predicate<Indicator> into) {
        this.file = file;
        this.into = into;
    }

    static void read(Path file, Predicate<Indicator> into) {
        String text = Doc.text(file);
        String head = text.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty() && !l.startsWith("#"))
                .findFirst()
                .orElse("");
        IndicatorFile reader = new IndicatorFile(file, into);
        if (List.of(head.toLowerCase(Locale.ROOT).split("\\s*,\\s*")).contains("value")) {
            reader.csv(text);
        } else {
            reader.plain(text.lines().toList());
        }
    }

    private void plain(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String value = lines.get(i).replaceFirst("(^|\\s)#.*", "").strip();
            if (!value.isEmpty()) {
                add(i + 1, new Indicator(value, name(), null, null));
            }
        }
    }

    /** The file's name without its ending is the source's name. */
    private String name() {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private void csv(String text) {
        try (CSVParser parser = CSV.parse(new StringReader(text))) {
            for (CSVRecord record : parser) {
                int line = (int) parser.getCurrentLineNumber();
                String source = cell(record, "source");
                add(
                        line,
                        new Indicator(
                                cell(record, "value"),
                                source.isEmpty() ? name() : source,
                                instant(line, cell(record, "valid_from")),
                                instant(line, cell(record, "valid_until"))));
            }
        } catch (IOException | RuntimeException e) {
            throw e instanceof RuleException known ? known : new RuleException(file, 0, "is no CSV: " + e.getMessage());
        }
    }

    private static String cell(CSVRecord record, String column) {
        return record.isMapped(column) && record.isSet(column) ? record.get(column) : "";
    }

    private @Nullable Instant instant(int line, String text) {
        if (text.isEmpty()) {
            return null;
        }
        String whole = text.length() == 10 ? text + "T00:00:00Z" : text;
        return Instants.parse(whole).orElseThrow(() -> new RuleException(file, line, "is no instant: " + text));
    }

    private void add(int line, Indicator indicator) {
        if (!into.test(indicator)) {
            String what = indicator.value();
            throw new RuleException(file, line, "is no address, network, domain, URL or hash: '" + what + "'");
        }
    }
}
