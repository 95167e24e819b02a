package io.tadoru.simulator.office;

import io.tadoru.simulator.Mail;
import io.tadoru.simulator.Programs;
import io.tadoru.simulator.Scan;
import io.tadoru.simulator.SquidLog;
import java.util.Locale;

/** Attempts that were refused before anything ran. */
final class Refusals {
    private Refusals() {}

    private static Row attempt(Plot plot, Victim victim) {
        return plot.row("blocked-attempt").on(victim).neverRan().alarming(false).status("stopped");
    }

    /** Where the filter writes what it found: Exchange's trace sets malware apart from no other mail that it holds back. */
    static void atMail(Plot plot) {
        Victim victim = plot.target(m -> !m.cloud());
        Row row = attempt(plot, victim).layers("stopped", "no-evidence", "no-evidence", "no-evidence");
        row.layer("epp", "no-evidence", "silent").layer("swg", plot.gateway(victim, "no-evidence"));
        // It reached no PC: whose it would have been, the mailbox alone tells.
        row.and(readers(plot, victim));
        Attack attack = plot.attack(victim, row);
        Mail mail = attack.letter(victim.at(), victim.pc().mailbox(), plot.foe().document() + ".xlsm");
        attack.shown().mail(victim.machine().cloud()).reject(mail, Scan.rejected(plot.dice()));
    }

    private static String[] readers(Plot plot, Victim victim) {
        return plot.stage().census().personal().stream()
                .filter(m -> m.users().stream()
                        .anyMatch(u -> u.user().equals(victim.pc().user())))
                .map(Machine::name)
                .toArray(String[]::new);
    }

    /** The mail had a link; what it led to was refused. */
    static void atGateway(Plot plot) {
        Victim victim = whileTheGatewayWrites(plot);
        Row row = attempt(plot, victim).layers("passed", "stopped", "no-evidence", "no-evidence");
        row.layer("mail", "passed", "no-evidence").layer("epp", "no-evidence", "silent");
        row.layer("swg", plot.gateway(victim, "stopped"));
        Attack attack = plot.attack(victim, row);
        Mail mail = Mail.incoming(
                plot.dice(),
                victim.after(-600),
                plot.foe().server(),
                plot.foe().sender(),
                victim.pc().mailbox());
        attack.beside().mail(victim.machine().cloud()).deliver(mail, Scan.doubtful(2.2, "URL_SUSPECT(2.00){}"));
        String url = String.format(
                Locale.ROOT,
                "http://%s/dl/%s.exe",
                plot.foe().dropper(),
                plot.foe().document());
        attack.gateway(victim.at(), 2, SquidLog.denied(victim.where().address(), 3_912, url));
    }

    static void onAccess(Plot plot) {
        Victim victim = plot.target(m -> true);
        Row row = attempt(plot, victim).layers("passed", "no-evidence", "no-evidence", "stopped");
        row.status("stopped", "quarantined").layer("epp", "stopped", "detected");
        row.layer("mail", Plot.mailOf(victim)).layer("swg", plot.gateway(victim, "no-evidence"));
        Attack attack = plot.attack(victim, row);
        attack.mail(victim.after(-900), plot.foe().document() + ".xlsm");
        attack.writes(victim.at(), attack.resident(Programs.OUTLOOK), attack.document(".xlsm"));
        attack.alarm(victim.after(1), attack.document(".xlsm"), EppLog.Outcome.BLOCKED, EppLog.Trigger.ACCESS);
    }

    private static Victim whileTheGatewayWrites(Plot plot) {
        Victim victim = plot.target(m -> true);
        return plot.gatewaySpoke(victim) ? victim : plot.target(m -> m.site() == Site.TOKYO);
    }
}
