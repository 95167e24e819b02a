package io.tadoru.simulator.office;

import io.tadoru.simulator.Dice;
import io.tadoru.simulator.Presence;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Draws whom an incident happens to: each machine once while there are others, at its working time. */
final class Casting {
    private static final int TRIES = 60;
    private static final Duration BEFORE = Duration.ofMinutes(50);
    private static final Duration AFTER = Duration.ofMinutes(150);

    private final Census census;
    private final Calendar calendar;
    private final Set<String> used = new HashSet<>();
    private final Set<String> usedOnDay = new HashSet<>();

    Casting(Census census, Calendar calendar) {
        this.census = census;
        this.calendar = calendar;
    }

    Victim draw(Dice dice, Predicate<Machine> fit) {
        return draw(dice, fit, false);
    }

    Victim draw(Dice dice, Predicate<Machine> fit, boolean home) {
        List<Machine> fresh = machines(fit.and(m -> !used.contains(m.name())));
        List<Machine> all = fresh.isEmpty() ? machines(fit) : fresh;
        if (all.isEmpty()) {
            throw new IllegalStateException("no machine fits an incident; more hosts are needed");
        }
        for (int i = 0; i < TRIES; i++) {
            Optional<Victim> victim = tried(dice, dice.pick(all), home);
            if (victim.isPresent()) {
                return taken(victim.get());
            }
        }
        return taken(calledIn(dice, dice.pick(all), home));
    }

    private List<Machine> machines(Predicate<Machine> fit) {
        return census.personal().stream().filter(fit).toList();
    }

    private Optional<Victim> tried(Dice dice, Machine machine, boolean home) {
        LocalDate day = dice.pick(calendar.days());
        if (usedOnDay.contains(day + machine.name())) {
            return Optional.empty();
        }
        return calendar.on(day, machine).stream()
                .filter(s -> s.home() == home && s.presence().attended())
                .filter(s -> calendar.agentLives(machine, s.from()))
                .filter(s -> s.from().plus(BEFORE).plus(AFTER).isBefore(s.until()))
                .findFirst()
                .map(s -> within(dice, machine, s, day));
    }

    private static Victim within(Dice dice, Machine machine, Stay stay, LocalDate day) {
        return new Victim(
                machine,
                stay,
                day,
                dice.within(stay.from().plus(BEFORE), stay.until().minus(AFTER)));
    }

    /** Nobody was there, so somebody comes in, or works at home. */
    private Victim calledIn(Dice dice, Machine machine, boolean home) {
        LocalDate day = dice.pick(calendar.days());
        Stay drawn = calendar.working(day, machine, dice).getFirst();
        String address = home ? "192.168.9." + (10 + machine.index() % 200) : Calendar.spare(machine, machine.index());
        Presence there = drawn.presence();
        Stay stay = new Stay(
                machine,
                new Presence(there.pc(), address, there.from(), there.from().plus(Duration.ofHours(8)), true, true),
                home);
        calendar.arrange(day, machine, List.of(stay));
        return within(dice, machine, stay, day);
    }

    /** Somebody at the same site that day, to whom nothing happens. */
    Optional<Stay> bystander(Victim victim) {
        return machines(m -> m.site() == victim.machine().site()).stream()
                .filter(m -> !usedOnDay.contains(victim.day() + m.name()))
                .map(m -> calendar.on(victim.day(), m))
                .filter(stays -> stays.size() == 1 && !stays.getFirst().home())
                .map(List::getFirst)
                .filter(s -> s.from().isBefore(victim.at())
                        && victim.at().plus(AFTER).isBefore(s.until()))
                .findFirst()
                .map(s -> {
                    usedOnDay.add(victim.day() + s.machine().name());
                    return s;
                });
    }

    private Victim taken(Victim victim) {
        used.add(victim.machine().name());
        usedOnDay.add(victim.day() + victim.machine().name());
        return victim;
    }
}
