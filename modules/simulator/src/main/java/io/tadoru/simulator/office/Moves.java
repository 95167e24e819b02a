package io.tadoru.simulator.office;

import io.tadoru.simulator.OfficeTime;
import io.tadoru.simulator.Pc;
import io.tadoru.simulator.Presence;
import io.tadoru.simulator.Programs;
import io.tadoru.simulator.SysmonLog.Running;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Infections that move between addresses, networks and hosts, or come without a mail. */
final class Moves {
    private static final String SERVICES = Programs.SYSTEM32 + "services.exe";

    private Moves() {}

    /** Between download and contact the address goes to somebody else. */
    static void lease(Plot plot) {
        Victim victim = plot.victim(Machine::sysmon);
        Instant moves = victim.after(600);
        Stay other = victim.stay()
                .again(
                        moves.plusSeconds(60),
                        Calendar.spare(victim.machine(), plot.rows().size()));
        Victim moved = victim.under(other);
        Row row = plot.infection(victim).status("quarantined");
        Attack attack = plot.attack(victim, row);
        attack.mail(victim.after(-900), plot.foe().document() + ".xlsm");
        Running copy = ByMail.runsMacro(attack);
        attack.on(moved).control(victim.after(1_200), 38, copy);
        ByMail.quarantined(plot, attack.on(moved), row, victim.after(1_800));
        ByMail.passedAll(plot, victim, row);
        changeHands(plot, victim, moves, other);
    }

    private static void changeHands(Plot plot, Victim victim, Instant moves, Stay other) {
        Calendar calendar = plot.stage().calendar();
        calendar.arrange(victim.day(), victim.machine(), List.of(victim.stay().until(moves), other));
        plot.stage().casting().bystander(victim).ifPresent(stay -> {
            Stay takes = stay.again(moves.plusSeconds(180), victim.where().address());
            calendar.arrange(victim.day(), stay.machine(), List.of(stay.until(moves), takes));
        });
    }

    static void byUsb(Plot plot) {
        Victim victim = plot.victim(Machine::sysmon);
        Row row = plot.infection(victim).status("quarantined");
        Attack attack = plot.attack(victim, row);
        Running explorer = attack.resident(Programs.EXPLORER);
        String command = Programs.REGSVR32 + " /s E:\\" + plot.foe().document() + ".dll";
        Running loader = attack.starts(victim.after(ByMail.UNTIL_IT_RUNS), explorer, Programs.REGSVR32, command);
        attack.writes(victim.after(17), loader, attack.installed());
        Running copy = attack.starts(
                victim.after(18), loader, Programs.REGSVR32, Programs.REGSVR32 + " /s " + attack.installed());
        attack.control(victim.after(65), 38, copy);
        ByMail.quarantined(plot, attack, row, victim.after(plot.slowly()));
        row.layers("no-evidence", "no-evidence", "passed", "detected")
                .layer("swg", plot.gateway(victim, "no-evidence"));
    }

    /** From the first host a service is made on the file server, which runs the loader there. */
    static void lateral(Plot plot) {
        Contacts.Begun begun = Contacts.Begun.of(plot);
        begun.attack().control(begun.victim().after(65), 38, begun.copy());
        Instant at = begun.victim().after(1_500);
        String group = "G-" + plot.rows().size();
        ByMail.quarantined(plot, begun.attack(), begun.row(), begun.victim().after(3_600));
        begun.row().status("quarantined").group(group);
        server(plot, begun, at, group);
    }

    private static void server(Plot plot, Contacts.Begun begun, Instant at, String group) {
        Machine files = plot.stage().census().files();
        LocalDate day = begun.victim().day();
        Victim server = new Victim(files, plot.stage().calendar().on(day, files).getFirst(), day, at);
        Row row = plot.row("lateral-spread")
                .on(server)
                .alarming(true)
                .group(group)
                .status("quarantined");
        row.and(begun.victim().machine().name());
        Attack attack = plot.attack(server, row);
        enters(attack, begun.victim(), at);
        Running service = attack.starts(
                at.plusSeconds(3),
                attack.resident(SERVICES),
                "C:\\Windows\\" + plot.foe().loader() + ".exe",
                "C:\\Windows\\" + plot.foe().loader() + ".exe");
        Running copy = attack.starts(
                at.plusSeconds(5),
                service,
                Programs.REGSVR32,
                Programs.REGSVR32 + " /s C:\\Users\\Public\\" + plot.foe().loader() + ".dll");
        attack.control(at.plusSeconds(70), 40, copy);
        row.quarantinedAt(attack.alarm(
                at.plusSeconds(900),
                "C:\\Users\\Public\\" + plot.foe().loader() + ".dll",
                EppLog.Outcome.QUARANTINED,
                EppLog.Trigger.ACCESS));
        row.infected(at.plusSeconds(3), true).layers("no-evidence", "no-evidence", "passed", "detected");
    }

    private static void enters(Attack attack, Victim from, Instant at) {
        Presence server = attack.victim().where();
        Pc intruder = from.pc();
        attack.beside().security().logsOn(at, server, intruder, from.where().address());
        attack.shown()
                .security()
                .serviceIsInstalled(
                        at.plusSeconds(2),
                        server,
                        attack.foe().loader(),
                        "%SystemRoot%\\" + attack.foe().loader() + ".exe");
    }

    /** The protection had stopped days before, and with it whatever else told of the machine. */
    static void deadAgent(Plot plot) {
        Victim victim = plot.victim(m -> true);
        LocalDate died = victim.day().minusDays(2);
        plot.stage().calendar().agentDies(victim.machine(), OfficeTime.midnight(died));
        Row row = plot.infection(victim).status("active", "suspected");
        Attack attack = plot.attack(victim, row);
        attack.mail(victim.after(-900), plot.foe().document() + ".xlsm");
        Running copy = ByMail.runsMacro(attack);
        for (int i = 0; i < 4; i++) {
            attack.control(victim.after(65 + i * 1_200L), 30 + i, copy);
        }
        ByMail.passedAll(plot, victim, row);
        row.infected(victim.after(ByMail.UNTIL_IT_RUNS), plot.gatewaySpoke(victim))
                .layer("epp", "silent");
    }

    static void atHome(Plot plot) {
        Victim victim = plot.victimAtHome(m -> m.sysmon() && m.kind() == Machine.Kind.LAPTOP);
        Row row = plot.infection(victim).status("quarantined");
        Attack attack = plot.attack(victim, row);
        attack.mail(victim.after(-900), plot.foe().document() + ".xlsm");
        Running copy = ByMail.runsMacro(attack);
        attack.control(victim.after(65), 38, copy);
        ByMail.quarantined(plot, attack, row, victim.after(plot.slowly()));
        row.layers("passed", "not-in-path", "not-in-path", "detected").layer("mail", Plot.mailOf(victim));
    }
}
