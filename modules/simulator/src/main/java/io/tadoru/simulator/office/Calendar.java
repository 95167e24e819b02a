package io.tadoru.simulator.office;

import io.tadoru.simulator.Dice;
import io.tadoru.simulator.OfficeTime;
import io.tadoru.simulator.Pc;
import io.tadoru.simulator.Presence;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who is where on which day. Days are thrown one by one, so a long time takes no memory; incidents may arrange a day. */
final class Calendar {
    private static final int AT_HOME = 30;

    private record Day(LocalDate day, String machine) {}

    private final OfficeOrder order;
    private final Map<Day, List<Stay>> arranged = new HashMap<>();
    private final Map<String, Instant> deadAgents = new HashMap<>();

    Calendar(OfficeOrder order) {
        this.order = order;
    }

    List<LocalDate> days() {
        return order.from().datesUntil(order.end()).toList();
    }

    void arrange(LocalDate day, Machine machine, List<Stay> stays) {
        arranged.put(new Day(day, machine.name()), List.copyOf(stays));
    }

    /** From then on the machine's endpoint protection says nothing. */
    void agentDies(Machine machine, Instant at) {
        deadAgents.merge(machine.name(), at, (a, b) -> a.isBefore(b) ? a : b);
    }

    boolean agentLives(Machine machine, Instant at) {
        Instant death = deadAgents.get(machine.name());
        return death == null || at.isBefore(death);
    }

    List<Stay> on(LocalDate day, Machine machine) {
        List<Stay> stays = arranged.get(new Day(day, machine.name()));
        return stays == null ? ordinary(day, machine) : stays;
    }

    private List<Stay> ordinary(LocalDate day, Machine machine) {
        Dice dice = Dice.of(order.seed(), "day/" + day + "/" + machine.name());
        return switch (machine.kind()) {
            case SERVER -> List.of(new Stay(machine, always(day, machine), false));
            case TERMINAL -> terminal(day, machine, dice);
            case DESKTOP, LAPTOP -> comesIn(day, dice) ? working(day, machine, dice) : List.of();
        };
    }

    private static boolean comesIn(LocalDate day, Dice dice) {
        return switch (day.getDayOfWeek()) {
            case SUNDAY -> dice.chance(2);
            case SATURDAY -> dice.chance(9);
            default -> dice.chance(92);
        };
    }

    private static Presence always(LocalDate day, Machine machine) {
        return new Presence(
                machine.pc(),
                Census.fixedAddress(machine),
                OfficeTime.midnight(day),
                OfficeTime.midnight(day.plusDays(1)),
                false,
                false);
    }

    private static List<Stay> terminal(LocalDate day, Machine machine, Dice dice) {
        List<Stay> stays = new ArrayList<>();
        for (Pc user : machine.users()) {
            if (comesIn(day, dice)) {
                Instant from = dice.within(OfficeTime.at(day, "08:50"), OfficeTime.at(day, "13:00"));
                Instant until = dice.within(OfficeTime.at(day, "14:00"), OfficeTime.at(day, "18:30"));
                stays.add(new Stay(
                        machine, new Presence(user, Census.fixedAddress(machine), from, until, false, true), false));
            }
        }
        return stays;
    }

    /** A day's work at a machine, as it would be if its people came in. */
    List<Stay> working(LocalDate day, Machine machine, Dice dice) {
        boolean home = machine.kind() == Machine.Kind.LAPTOP && isAtHome(day, machine);
        String address = home ? atHome(machine) : address(day, machine);
        boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
        Instant from = dice.within(OfficeTime.at(day, "08:20"), OfficeTime.at(day, "09:40"));
        Instant until = weekend
                ? dice.within(OfficeTime.at(day, "14:00"), OfficeTime.at(day, "15:30"))
                : dice.within(OfficeTime.at(day, "17:30"), OfficeTime.at(day, "20:30"));
        Stay whole = new Stay(machine, new Presence(machine.pc(), address, from, until, true, true), home);
        return machine.users().size() == 1 ? List.of(whole) : shifts(day, whole);
    }

    private static List<Stay> shifts(LocalDate day, Stay whole) {
        Instant noon = OfficeTime.at(day, "13:00");
        Pc second = whole.machine().users().get(1);
        Presence afternoon =
                new Presence(second, whole.presence().address(), noon.plusSeconds(120), whole.until(), false, true);
        return List.of(whole.until(noon), new Stay(whole.machine(), afternoon, whole.home()));
    }

    /** Whole runs of days, as people do it. */
    private boolean isAtHome(LocalDate day, Machine machine) {
        return Dice.of(order.seed(), "home/" + (day.toEpochDay() + machine.index()) / 3 + "/" + machine.name())
                .chance(AT_HOME);
    }

    private static String atHome(Machine machine) {
        int number = machine.pc().number();
        return "192.168." + number % 7 + "." + (10 + number % 200);
    }

    /** A laptop takes what is free, so that its address was another's the day before. */
    private String address(LocalDate day, Machine machine) {
        if (machine.kind() == Machine.Kind.DESKTOP) {
            return machine.site().address(machine.index());
        }
        int pool = order.hosts();
        return machine.site().pooled(Math.floorMod(machine.index() + 7 * (int) day.toEpochDay(), pool));
    }

    /** An address that nobody has: of the pool's end. */
    static String spare(Machine machine, int number) {
        return machine.site().net() + ".200." + (20 + number % 200);
    }
}
