package io.tadoru.simulator.office;

import io.tadoru.simulator.OfficeTime;
import io.tadoru.simulator.Programs;
import io.tadoru.simulator.SysmonLog.Running;
import java.time.Instant;
import java.time.LocalDate;

/** Infections that differ in what the endpoint protection made of them. */
final class Protections {
    private static final int OLD = 3;

    private Protections() {}

    static void fails(Plot plot) {
        Contacts.Begun begun = Contacts.Begun.of(plot);
        begun.attack().control(begun.victim().after(65), 38, begun.copy());
        begun.attack()
                .alarm(
                        begun.victim().after(plot.slowly()),
                        begun.attack().installed(),
                        EppLog.Outcome.FAILED,
                        EppLog.Trigger.ACCESS);
        begun.attack().control(begun.victim().after(2_700), 35, begun.copy());
        begun.row().status("active");
    }

    static void takesOnlyTheDropper(Plot plot) {
        Contacts.Begun begun = Contacts.Begun.of(plot);
        begun.attack().control(begun.victim().after(65), 38, begun.copy());
        Instant at = begun.victim().after(ByMail.UNTIL_IT_RUNS + plot.slowly());
        begun.row()
                .quarantinedAt(begun.attack()
                        .alarm(at, begun.attack().loader(), EppLog.Outcome.QUARANTINED, EppLog.Trigger.ACCESS));
        begun.attack().control(at.plusSeconds(1_200), 40, begun.copy());
        begun.attack().control(at.plusSeconds(2_400), 40, begun.copy());
        begun.row().status("active-after-quarantine");
    }

    /** A mail's archive lay in a folder for days. */
    static void findsWhatNeverRan(Plot plot) {
        Victim victim = plot.victim(m -> true);
        Row row = plot.infection(victim).neverRan().alarming(false);
        Attack attack = plot.attack(victim, row);
        attack.mail(victim.after(-1_500), plot.foe().document() + ".zip");
        Running outlook = attack.resident(Programs.OUTLOOK);
        String path = victim.pc().home() + "\\Downloads\\" + plot.foe().document() + ".zip";
        attack.writes(victim.at(), outlook, path);
        scans(plot, attack, row, path);
        row.status("quarantined", "stopped").layers("passed", "no-evidence", "no-evidence", "detected");
        row.layer("mail", "passed", "no-evidence");
        row.layer("swg", plot.gateway(victim, "no-evidence"));
    }

    static void findsWhatHadRun(Plot plot) {
        Contacts.Begun begun = Contacts.Begun.of(plot);
        begun.attack().control(begun.victim().after(65), 38, begun.copy());
        scans(plot, begun.attack(), begun.row(), begun.attack().installed());
        begun.row().status("quarantined");
    }

    private static void scans(Plot plot, Attack attack, Row row, String path) {
        Victim later = later(plot, attack.victim());
        row.quarantinedAt(
                attack.on(later).alarm(later.at(), path, EppLog.Outcome.QUARANTINED, EppLog.Trigger.SCHEDULED));
    }

    /** The machine at noon some days later, or at least hours later when it is not on any more. */
    private static Victim later(Plot plot, Victim victim) {
        for (int days = OLD; days > 0; days--) {
            LocalDate day = victim.day().plusDays(days);
            Instant noon = OfficeTime.at(day, "12:20").plusSeconds(plot.dice().below(900));
            for (Stay stay : plot.stage().calendar().on(day, victim.machine())) {
                if (day.isBefore(plot.stage().order().end()) && new Span(stay.from(), stay.until()).holds(noon)) {
                    return new Victim(victim.machine(), stay, day, noon);
                }
            }
        }
        return victim.at(victim.after(8_000));
    }
}
