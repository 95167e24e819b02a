package io.tadoru.simulator.office;

import io.tadoru.simulator.SysmonLog.Running;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Infections that come by mail and end in quarantine. */
final class ByMail {
    /** From the opened document until the loader runs. */
    static final int UNTIL_IT_RUNS = 15;

    private static final int MANY = 60;
    private static final int INFECTED_OF_MANY = 3;

    private ByMail() {}

    static void macro(Plot plot) {
        Victim victim = plot.victim(Machine::sysmon);
        Row row = plot.infection(victim);
        Attack attack = plot.attack(victim, row);
        attack.mail(victim.after(-plot.dice().between(300, 2_400)), plot.foe().document() + ".xlsm");
        Running copy = runsMacro(attack);
        attack.control(victim.after(65), 38, copy);
        quarantined(plot, attack, row, victim.after(UNTIL_IT_RUNS + plot.slowly()));
        row.status("quarantined");
        passedAll(plot, victim, row);
    }

    /** Opened, fetched, loaded; the answer is what stays. */
    static Running runsMacro(Attack attack) {
        Victim victim = attack.victim();
        Running excel = attack.opens(victim.at());
        attack.fetches(victim.after(13), excel);
        return attack.loads(victim.after(UNTIL_IT_RUNS), excel);
    }

    static void quarantined(Plot plot, Attack attack, Row row, Instant at) {
        Victim victim = attack.victim();
        row.quarantinedAt(attack.alarm(at, attack.installed(), EppLog.Outcome.QUARANTINED, EppLog.Trigger.ACCESS));
        row.infected(victim.after(UNTIL_IT_RUNS), plot.decidable(victim));
    }

    static void passedAll(Plot plot, Victim victim, Row row) {
        row.layer("mail", Plot.mailOf(victim))
                .layer("swg", plot.gateway(victim, "passed"))
                .layer("firewall", "passed")
                .layer("epp", "detected");
    }

    /** Nobody watches processes: a tunnel at the gateway, one session at the firewall, and the quarantine. */
    static void lockedArchive(Plot plot) {
        Victim victim = plot.victim(m -> !m.sysmon());
        Row row = plot.infection(victim);
        Attack attack = plot.attack(victim, row);
        attack.mail(victim.after(-plot.dice().between(300, 2_400)), plot.foe().document() + ".zip");
        attack.tunnel(victim.at(), 2, 618_204, plot.foe().shop(), plot.foe().dropper());
        attack.control(victim.after(52), 38, attack.resident("none"));
        row.quarantinedAt(attack.alarm(
                victim.after(plot.slowly()), attack.installed(), EppLog.Outcome.QUARANTINED, EppLog.Trigger.ACCESS));
        row.infected(victim.after(UNTIL_IT_RUNS), false).status("quarantined");
        row.layer("mail", Plot.mailOf(victim))
                .layer(
                        "swg",
                        plot.gatewaySpoke(victim) ? new String[] {"passed", "no-evidence"} : plot.gateway(victim, ""))
                .layer("firewall", "passed")
                .layer("epp", "detected");
    }

    /** One mailing; a few open it, the others only received it. */
    static void toMany(Plot plot) {
        Hashes others = new Hashes();
        String file = plot.foe().document() + ".xlsm";
        List<Victim> victims = Stream.generate(() -> plot.victim(Machine::sysmon))
                .limit(INFECTED_OF_MANY)
                .toList();
        Instant sent = victims.stream()
                .map(Victim::at)
                .min(Instant::compareTo)
                .orElseThrow()
                .minusSeconds(1_300);
        String group = "G-" + (plot.rows().size() + 1);
        for (Victim victim : victims) {
            Row row = plot.infection(victim).group(group).shares(others).status("quarantined");
            Attack attack = plot.attack(victim, row);
            attack.mail(sent.plusSeconds(plot.dice().below(60)), file);
            attack.control(victim.after(65), 38, runsMacro(attack));
            quarantined(plot, attack, row, victim.after(UNTIL_IT_RUNS + plot.slowly()));
            passedAll(plot, victim, row);
        }
        onlyReceive(plot, victims, sent, others);
    }

    private static void onlyReceive(Plot plot, List<Victim> victims, Instant sent, Hashes others) {
        Pens pens = Pens.marking(plot.stage().archive(), plot.dice(), others, others);
        Attack attack = new Attack(victims.getFirst(), plot.stage().calendar(), pens, pens, plot.foe(), plot.dice());
        List<String> hit = victims.stream().map(v -> v.pc().user()).toList();
        plot.stage().census().personal().stream()
                .filter(m -> !hit.contains(m.pc().user()))
                .limit(MANY - INFECTED_OF_MANY)
                .forEach(m -> attack.mailTo(
                        sent.plusSeconds(plot.dice().below(90)),
                        m.pc().mailbox(),
                        m.cloud(),
                        plot.foe().document() + ".xlsm"));
    }
}
