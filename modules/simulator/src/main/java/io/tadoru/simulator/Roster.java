package io.tadoru.simulator;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Who comes in when. The victim's PC is left on from the Saturday of the infection until it is cut off. */
final class Roster {
    private static final LocalDate INFECTED = LocalDate.of(2022, 2, 26);
    private static final LocalDate CUT_OFF = LocalDate.of(2022, 3, 2);
    private static final Set<Integer> SATURDAY_PEOPLE = Set.of(1, 2);
    private static final Set<Integer> NEVER_ILL = Set.of(1, 2, 3, 9, 17, 31, Pc.VICTIM);

    private final Dice dice;

    Roster(Dice dice) {
        this.dice = dice;
    }

    List<Presence> on(LocalDate day, Pc pc) {
        if (pc.number() == Pc.VICTIM && !day.isBefore(INFECTED)) {
            return victim(day, pc);
        }
        return worksOn(day, pc) ? List.of(ordinary(day, pc)) : List.of();
    }

    private boolean worksOn(LocalDate day, Pc pc) {
        return switch (day.getDayOfWeek()) {
            case SUNDAY -> false;
            case SATURDAY -> SATURDAY_PEOPLE.contains(pc.number());
            default -> NEVER_ILL.contains(pc.number()) || dice.chance(92);
        };
    }

    private Presence ordinary(LocalDate day, Pc pc) {
        Instant from = dice.within(OfficeTime.at(day, "08:30"), OfficeTime.at(day, "09:40"));
        Instant until = day.getDayOfWeek() == DayOfWeek.SATURDAY
                ? dice.within(OfficeTime.at(day, "12:00"), OfficeTime.at(day, "14:00"))
                : dice.within(OfficeTime.at(day, "17:30"), OfficeTime.at(day, "20:00"));
        return new Presence(pc, Addresses.of(pc, day), from, until, true, true);
    }

    private static List<Presence> victim(LocalDate day, Pc pc) {
        if (day.equals(INFECTED)) {
            return List.of(stay(day, pc, "08:55:01", "12:30", true, true), night(day, pc, "12:30"));
        }
        if (day.equals(CUT_OFF)) {
            return List.of(stay(day, pc, "00:00", "08:50", false, false), stay(day, pc, "08:50", "15:10", false, true));
        }
        if (day.isAfter(CUT_OFF)) {
            return List.of();
        }
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? List.of(night(day, pc, "00:00")) : victimsWorkday(day, pc);
    }

    private static List<Presence> victimsWorkday(LocalDate day, Pc pc) {
        return List.of(
                stay(day, pc, "00:00", "08:50", false, false),
                stay(day, pc, "08:50", "18:05", false, true),
                night(day, pc, "18:05"));
    }

    private static Presence night(LocalDate day, Pc pc, String from) {
        return new Presence(
                pc,
                Addresses.of(pc, day),
                OfficeTime.at(day, from),
                OfficeTime.midnight(day.plusDays(1)),
                false,
                false);
    }

    private static Presence stay(LocalDate day, Pc pc, String from, String until, boolean booted, boolean attended) {
        return new Presence(
                pc, Addresses.of(pc, day), OfficeTime.at(day, from), OfficeTime.at(day, until), booted, attended);
    }
}
