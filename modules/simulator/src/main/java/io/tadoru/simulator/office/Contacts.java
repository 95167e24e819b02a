package io.tadoru.simulator.office;

import io.tadoru.simulator.SysmonLog.Running;
import java.time.Instant;

/** Infections that differ in how they speak with their controller, and when. */
final class Contacts {
    private Contacts() {}

    /** Who was infected by the usual mail, until something of its own begins. */
    record Begun(Victim victim, Row row, Attack attack, Running copy) {
        static Begun of(Plot plot) {
            Victim victim = plot.victim(Machine::sysmon);
            Row row = plot.infection(victim);
            Attack attack = plot.attack(victim, row);
            attack.mail(
                    victim.after(-plot.dice().between(300, 2_400)), plot.foe().document() + ".xlsm");
            Running copy = ByMail.runsMacro(attack);
            ByMail.passedAll(plot, victim, row);
            row.infected(victim.after(ByMail.UNTIL_IT_RUNS), plot.decidable(victim));
            return new Begun(victim, row, attack, copy);
        }

        Instant quarantined(Plot plot) {
            Instant at = victim.after(ByMail.UNTIL_IT_RUNS + plot.slowly());
            ByMail.quarantined(plot, attack, row, at);
            return at;
        }
    }

    static void byProxy(Plot plot) {
        Begun begun = Begun.of(plot);
        for (int i = 0; i < 6; i++) {
            begun.attack()
                    .tunnel(
                            begun.victim().after(65 + i * 31L),
                            1,
                            5_000 + i * 900L,
                            plot.foe().control(),
                            plot.foe().control());
        }
        begun.quarantined(plot);
        begun.row().status("quarantined").layer("firewall", "no-evidence", "passed");
    }

    /** The firewall refuses every contact and the protection says nothing: it runs all the same. */
    static void denied(Plot plot) {
        Begun begun = Begun.of(plot);
        for (int i = 0; i < 12; i++) {
            begun.attack().refused(begun.victim().after(65 + i * 300L), begun.copy());
        }
        begun.row().status("active").layer("firewall", "stopped").layer("epp", "passed", "no-evidence");
    }

    /** A session of an hour that the quarantine falls into: nothing new after it. */
    static void acrossQuarantine(Plot plot) {
        Begun begun = Begun.of(plot);
        begun.attack().control(begun.victim().after(65), 3_600, begun.copy());
        begun.quarantined(plot);
        begun.row().status("quarantined");
    }

    static void afterQuarantine(Plot plot) {
        Begun begun = Begun.of(plot);
        begun.attack().control(begun.victim().after(65), 38, begun.copy());
        Instant at = begun.quarantined(plot);
        begun.attack().control(at.plusSeconds(900), 41, begun.copy());
        begun.attack().control(at.plusSeconds(2_700), 44, begun.copy());
        begun.row().status("active-after-quarantine");
    }
}
