package io.tadoru.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The office's wall clock and the many ways in which devices print it. */
public final class OfficeTime {
    public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private static final DateTimeFormatter SYSLOG = local("MMM ppd HH:mm:ss");
    private static final DateTimeFormatter CTIME = local("EEE MMM ppd HH:mm:ss yyyy");
    private static final DateTimeFormatter SECONDS = local("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter FORTINET = local("'date='yyyy-MM-dd 'time='HH:mm:ss");
    private static final DateTimeFormatter SYSMON = utc("yyyy-MM-dd HH:mm:ss.SSS");
    private static final DateTimeFormatter ISO = utc("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");

    private OfficeTime() {}

    public static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    public static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }

    public static LocalDate day(Instant at) {
        return at.atZone(ZONE).toLocalDate();
    }

    public static String syslog(Instant at) {
        return SYSLOG.format(at);
    }

    public static String ctime(Instant at) {
        return CTIME.format(at);
    }

    public static String seconds(Instant at) {
        return SECONDS.format(at);
    }

    public static String fortinet(Instant at) {
        return FORTINET.format(at);
    }

    public static String sysmon(Instant at) {
        return SYSMON.format(at);
    }

    public static String iso(Instant at) {
        return ISO.format(at);
    }

    private static DateTimeFormatter local(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZONE);
    }

    private static DateTimeFormatter utc(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
