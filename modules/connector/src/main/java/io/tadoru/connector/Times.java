package io.tadoru.connector;

import io.tadoru.event.Instants;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Instants out of the forms in which logs write them. Years outside 1900 to 9999 are no times. */
final class Times {
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");
    /** A leap day may be eight years back. */
    private static final int YEARS_BACK = 8;

    private static final int LONGEST = 60;
    /** RFC 5322, web servers' logs, RFC 3164 with and without a year, and what consoles export. */
    private static final List<DateTimeFormatter> USUAL = Stream.of(
                    "[EEE, ]d MMM yyyy HH:mm:ss[ Z][ z][ (z)]",
                    "dd/MMM/yyyy:HH:mm:ss Z",
                    "MMM [ ]d [yyyy ]HH:mm:ss[.SSS][ Z][ z]",
                    "EEE MMM [ ]d HH:mm:ss[.SSSSSS] [z ]yyyy",
                    "yyyy/M/d H:mm[:ss][.SSS][ Z][ z]",
                    "yyyy-M-d H:mm[:ss][.SSS][ Z][ z]",
                    "yyyy年M月d日 H時m分[s秒]")
            .map(pattern -> new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(pattern)
                    .toFormatter(Locale.ENGLISH))
            .toList();

    private Times() {}

    static @Nullable String usable(Instant time) {
        return time.isBefore(FIRST) || time.isAfter(LAST) ? null : time.toString();
    }

    /** In any of the forms that need no telling: ISO 8601, since 1970 in a unit that the digits tell, or one of {@link #USUAL}. */
    static @Nullable String usual(String text, ReadSettings settings) {
        String iso = iso(text, settings.zone());
        if (iso != null || text.length() > LONGEST) {
            return iso;
        }
        String since = epoch(text);
        if (since != null) {
            return since;
        }
        for (DateTimeFormatter format : USUAL) {
            String time = formatted(text.strip(), format, settings.zone(), settings.asOf());
            if (time != null) {
                return time;
            }
        }
        return null;
    }

    static @Nullable String iso(String text, ZoneId zone) {
        String t =
                text.length() > 10 && text.charAt(10) == ' ' ? text.substring(0, 10) + "T" + text.substring(11) : text;
        return Instants.parse(withColon(t))
                .or(() -> local(t, zone))
                .map(Times::usable)
                .orElse(null);
    }

    private static Optional<Instant> local(String text, ZoneId zone) {
        try {
            return Optional.of(LocalDateTime.parse(text).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** {@code +0900} as {@code +09:00}. */
    static String withColon(String text) {
        int sign = text.length() - 5;
        boolean bare =
                sign > 10 && (text.charAt(sign) == '+' || text.charAt(sign) == '-') && text.indexOf(':', sign) < 0;
        return bare ? text.substring(0, sign + 3) + ":" + text.substring(sign + 3) : text;
    }

    /** In a pattern of java.time; a pattern without a year finds it as {@link #syslog} does. */
    static @Nullable String formatted(String text, DateTimeFormatter format, ZoneId zone, Instant asOf) {
        try {
            TemporalAccessor time = format.parse(text);
            return dated(time) ? usable(instant(best(text, format), zone)) : yearless(time, zone, asOf);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean dated(TemporalAccessor time) {
        return time.isSupported(ChronoField.INSTANT_SECONDS) || time.isSupported(ChronoField.EPOCH_DAY);
    }

    private static TemporalAccessor best(String text, DateTimeFormatter format) {
        return format.parseBest(text, OffsetDateTime::from, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
    }

    private static @Nullable String yearless(TemporalAccessor time, ZoneId zone, Instant asOf) {
        MonthDay day = MonthDay.from(time);
        LocalTime clock = LocalTime.from(time);
        return latest(
                        asOf,
                        year -> day.isValidYear(year)
                                ? Optional.of(day.atYear(year)
                                        .atTime(clock)
                                        .atZone(zone)
                                        .toInstant())
                                : Optional.empty())
                .map(Times::usable)
                .orElse(null);
    }

    private static Instant instant(TemporalAccessor time, ZoneId zone) {
        return switch (time) {
            case LocalDateTime local -> local.atZone(zone).toInstant();
            case LocalDate day -> day.atStartOfDay(zone).toInstant();
            default -> Instant.from(time);
        };
    }

    /** Since 1970, in units of 10^-scale seconds, perhaps with a fraction. */
    static @Nullable String epoch(String text, int scale) {
        if (text.length() > 30 || !text.matches("-?[0-9]+(\\.[0-9]+)?")) {
            return null;
        }
        BigDecimal seconds = new BigDecimal(text).movePointLeft(scale);
        if (seconds.precision() - seconds.scale() > 12) {
            return null;
        }
        long whole = seconds.setScale(0, java.math.RoundingMode.FLOOR).longValueExact();
        long nanos =
                seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue();
        return usable(Instant.ofEpochSecond(whole, nanos));
    }

    /** Since 1970, in the unit that the number of digits tells. */
    static @Nullable String epoch(String text) {
        int digits = text.indexOf('.') < 0 ? text.length() : text.indexOf('.');
        return epoch(text, digits <= 11 ? 0 : digits <= 14 ? 3 : digits <= 17 ? 6 : 9);
    }

    /** Of RFC 3164, whose year is the latest that puts the line not more than a day after the reference. */
    static Optional<Instant> syslog(String month, String day, String year, String time, ReadSettings settings) {
        int number = MONTHS.indexOf(month) + 1;
        if (!year.isEmpty()) {
            return at(Integer.parseInt(year), number, day, time, settings.zone());
        }
        return latest(settings.asOf(), y -> at(y, number, day, time, settings.zone()));
    }

    private static Optional<Instant> latest(Instant asOf, IntFunction<Optional<Instant>> inYear) {
        Instant latest = asOf.plus(Duration.ofDays(1));
        int last = latest.atZone(ZoneOffset.UTC).getYear() + 1;
        for (int y = last; y > last - YEARS_BACK - 2; y--) {
            Optional<Instant> instant = inYear.apply(y);
            if (instant.isPresent() && !instant.get().isAfter(latest)) {
                return instant;
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> at(int year, int month, String day, String time, ZoneId zone) {
        try {
            LocalDate date = LocalDate.of(year, month, Integer.parseInt(day));
            return Optional.of(date.atTime(LocalTime.parse(time)).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
