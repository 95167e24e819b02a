package io.tadoru.evtx;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;

/** Windows' times, in ISO 8601 with as many digits as are stored. */
final class Times {
    private static final long TICKS = 10_000_000;
    /** Seconds from 1601, where Windows begins to count, to 1970. */
    private static final long EPOCH = 11_644_473_600L;

    private Times() {}

    /** Ticks of 100 ns; without a sign they reach beyond the year 60000, which stays a time. */
    static String text(long ticks) {
        long seconds = Long.divideUnsigned(ticks, TICKS);
        ZonedDateTime time = Instant.ofEpochSecond(seconds - EPOCH).atZone(ZoneOffset.UTC);
        return String.format(
                Locale.ROOT,
                "%04d-%02d-%02dT%02d:%02d:%02d.%07dZ",
                time.getYear(),
                time.getMonthValue(),
                time.getDayOfMonth(),
                time.getHour(),
                time.getMinute(),
                time.getSecond(),
                Long.remainderUnsigned(ticks, TICKS));
    }

    /** Its parts as they are stored, even if there is no such day. */
    static String systemTime(Bytes bytes, int at) throws Malformed {
        return String.format(
                Locale.ROOT,
                "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ",
                bytes.u16(at),
                bytes.u16(at + 2),
                bytes.u16(at + 6),
                bytes.u16(at + 8),
                bytes.u16(at + 10),
                bytes.u16(at + 12),
                bytes.u16(at + 14));
    }
}
