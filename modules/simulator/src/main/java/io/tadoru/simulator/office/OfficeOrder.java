package io.tadoru.simulator.office;

import java.time.LocalDate;

/**
 * What office to write.
 *
 * @param linesPerDay how many lines a PC at work leaves a day, roughly
 */
public record OfficeOrder(int hosts, int days, int incidents, long seed, LocalDate from, int linesPerDay) {
    /** A Monday: the first day when none is asked for. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2026, 6, 1);

    /** Lines a day of a PC at work when nothing else is asked for. */
    public static final int LINES = 110;

    public OfficeOrder {
        within("hosts", hosts, 20, 10_000);
        within("days", days, 2, 365);
        within("incidents", incidents, 0, 1_000);
        within("lines-per-day", linesPerDay, 10, 2_000);
    }

    private static void within(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " must be " + least + " to " + most + ", not " + value);
        }
    }

    LocalDate end() {
        return from.plusDays(days);
    }
}
