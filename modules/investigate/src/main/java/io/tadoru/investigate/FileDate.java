package io.tadoru.investigate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By when a file was written, for lines without a year. The date that logrotate's {@code dateext} puts into the name
 * survives copying; the file's own time is only the next best.
 */
final class FileDate {
    private static final Pattern ROTATED = Pattern.compile("-(20\\d{6})(?:\\D|$)");

    private FileDate() {}

    static Instant of(Path file, ZoneId zone) throws IOException {
        Matcher m = ROTATED.matcher(file.getFileName().toString());
        if (m.find()) {
            try {
                return LocalDate.parse(m.group(1), DateTimeFormatter.BASIC_ISO_DATE)
                        .atStartOfDay(zone)
                        .toInstant();
            } catch (DateTimeException e) {
                return Files.getLastModifiedTime(file).toInstant();
            }
        }
        return Files.getLastModifiedTime(file).toInstant();
    }
}
