package io.tadoru.investigate;

import java.io.IOException;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By when an input was written, for lines without a year. The date that logrotate's {@code dateext} puts into the name
 * survives copying; the file's own time is only the next best.
 */
final class FileDate {
    private static final Pattern ROTATED = Pattern.compile("-(20\\d{6})(?:\\D|$)");

    private FileDate() {}

    static Instant of(Found found, ZoneId zone) throws IOException {
        String name = found.name();
        Matcher m = ROTATED.matcher(name.substring(name.lastIndexOf('/') + 1));
        Optional<Instant> named = m.find() ? day(m.group(1), zone) : Optional.empty();
        if (named.isPresent()) {
            return named.get();
        }
        return found.inArchive()
                ? Archive.written(found.file(), found.entry(), zone)
                : Files.getLastModifiedTime(found.file()).toInstant();
    }

    private static Optional<Instant> day(String digits, ZoneId zone) {
        try {
            return Optional.of(LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE)
                    .atStartOfDay(zone)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
