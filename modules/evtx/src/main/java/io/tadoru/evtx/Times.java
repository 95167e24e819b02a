package io.tadoru.evtx;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Windows' times, in ISO 8601 with as many digits as are stored. Each record has several: written without a formatter. */
final class Times {
    private static final long TICKS = 10_000_000;
    /** Seconds from 1601, where Windows begins to count, to 1970. */
    private static final long EPOCH = 11_644_473_600L;

    private Times() {}

    /** Ticks of 100 ns; without a sign they reach beyond the year 60000, which stays a time. */
    static String text(long ticks) {
        long seconds = Long.divideUnsigned(ticks, TICKS) - EPOCH;
        LocalDateTime time = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(28);
        day(text, time.getYear(), time.getMonthValue(), time.getDayOfMonth());
        clock(text, time.getHour(), time.getMinute(), time.getSecond());
        return digits(text, 7, Long.remainderUnsigned(ticks, TICKS)).append('Z').toString();
    }

    /** Its parts as they are stored, even if there is no such day. */
    static String systemTime(Bytes bytes, int at) throws Malformed {
        StringBuilder text = new StringBuilder(24);
        day(text, bytes.u16(at), bytes.u16(at + 2), bytes.u16(at + 6));
        clock(text, bytes.u16(at + 8), bytes.u16(at + 10), bytes.u16(at + 12));
        return digits(text, 3, bytes.u16(at + 14)).append('Z').toString();
    }

    private static void day(StringBuilder text, int year, int month, int day) {
        digits(text, 4, year).append('-');
        digits(text, 2, month).append('-');
        digits(text, 2, day).append('T');
    }

    private static void clock(StringBuilder text, int hour, int minute, int second) {
        digits(text, 2, hour).append(':');
        digits(text, 2, minute).append(':');
        digits(text, 2, second).append('.');
    }

    private static StringBuilder digits(StringBuilder text, int width, long value) {
        String digits = Long.toString(value);
        return text.repeat("0", Math.max(0, width - digits.length())).append(digits);
    }
}
