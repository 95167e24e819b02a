package io.tadoru.investigate;

import io.tadoru.event.HostName;
import io.tadoru.event.Identity;
import io.tadoru.event.Strength;
import io.tadoru.identity.BindingRow;
import io.tadoru.identity.Cidr;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A list that people keep of who has which address, account and mailbox: the weakest word on whose event a line is. */
final class Inventory {
    private static final Set<String> COLUMNS = Set.of("host", "ip", "mac", "user", "mail", "from", "to");
    /** An entry without dates holds for as long as anybody logs. */
    private static final Instant ALWAYS = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");
    private static final CSVFormat CSV = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setIgnoreEmptyLines(true)
            .setIgnoreSurroundingSpaces(true)
            .setTrim(true)
            .setCommentMarker('#')
            .get();

    private final Path file;
    private final ZoneId zone;

    private Inventory(Path file, ZoneId zone) {
        this.file = file;
        this.zone = zone;
    }

    /**
     * The rows of the file.
     *
     * @throws RequestException with file, line and what to do
     */
    static List<BindingRow> read(Path file, ZoneId zone) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        try (CSVParser parser = CSV.parse(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text))) {
            return new Inventory(file, zone).rows(parser);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            throw new RequestException(message.startsWith(file + ":") ? message : file + ": " + message, e);
        }
    }

    private List<BindingRow> rows(CSVParser parser) {
        check(parser.getHeaderNames());
        List<BindingRow> rows = new ArrayList<>();
        for (CSVRecord record : parser) {
            rows.addAll(rows(record, parser.getCurrentLineNumber()));
        }
        return rows;
    }

    private void check(List<String> columns) {
        List<String> lower =
                columns.stream().map(c -> c.toLowerCase(Locale.ROOT)).toList();
        for (String column : lower) {
            if (!COLUMNS.contains(column)) {
                throw mistake(1, "no column '" + column + "'; there are host, ip, mac, user, mail, from, to");
            }
        }
        if (!lower.contains("host") || lower.stream().noneMatch(Set.of("ip", "mac", "user", "mail")::contains)) {
            throw mistake(1, "the heading needs host and one of ip, mac, user, mail");
        }
    }

    private List<BindingRow> rows(CSVRecord record, long line) {
        String host =
                HostName.normal(cell(record, "host").orElseThrow(() -> mistake(line, "host is empty; name the PC")));
        Instant first = time(record, "from", line).orElse(ALWAYS);
        Instant last = time(record, "to", line).map(to -> to.minusNanos(1)).orElse(EVER);
        if (last.isBefore(first)) {
            throw mistake(line, "to must be later than from");
        }
        return Stream.of(
                        identity(record, "ip", this::ip, line),
                        identity(record, "mac", Identity::mac, line),
                        identity(record, "user", Identity::user, line),
                        identity(record, "mail", Identity::mail, line))
                .flatMap(Optional::stream)
                .map(i -> new BindingRow(i, host, Strength.INVENTORY, first, last))
                .toList();
    }

    private Optional<Identity> identity(CSVRecord record, String column, Function<String, Identity> of, long line) {
        try {
            return cell(record, column).map(of);
        } catch (IllegalArgumentException e) {
            throw mistake(line, column + " '" + cell(record, column).orElse("") + "' is none: " + e.getMessage());
        }
    }

    private Identity ip(String text) {
        Cidr.of(text); // refuses what is no address
        return Identity.ip(text.toLowerCase(Locale.ROOT));
    }

    private Optional<Instant> time(CSVRecord record, String column, long line) {
        try {
            return cell(record, column).map(text -> Moments.parse(text, zone));
        } catch (IllegalArgumentException e) {
            throw mistake(line, column + " " + e.getMessage());
        }
    }

    private static Optional<String> cell(CSVRecord record, String column) {
        return record.isMapped(column) && record.isSet(column)
                ? Optional.of(record.get(column)).filter(c -> !c.isBlank())
                : Optional.empty();
    }

    private RequestException mistake(long line, String what) {
        return new RequestException(file + ":" + line + ": " + what);
    }
}
