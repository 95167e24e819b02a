package io.tadoru.simulator.office;

import io.tadoru.simulator.Dice;
import io.tadoru.simulator.Mail;
import io.tadoru.simulator.Scan;
import java.time.Instant;
import java.util.List;

/** Incidents without an infected host of ours: somebody elsewhere uses an account, or our names. */
final class Outsiders {
    private Outsiders() {}

    static void stolenPassword(Plot plot) {
        Victim victim = plot.victim(m -> !m.cloud());
        Row row =
                plot.row("account-misuse").by(victim.pc().user()).alarming(true).status("active", "suspected");
        row.undecidable("host");
        DovecotLog dovecot = plot.attack(victim, row).shown().dovecot();
        String stranger = plot.foe().dropper();
        Instant night = victim.after(-plot.dice().between(20_000, 26_000));
        for (int i = 0; i < 14; i++) {
            dovecot.isRefused(night.plusSeconds(i * 9L), victim.pc().mailbox(), stranger);
        }
        for (int i = 0; i < 5; i++) {
            dovecot.enters(night.plusSeconds(140 + i * 700L), victim.pc().mailbox(), stranger);
        }
    }

    /** A partner was infected: our own conversations come back from there. */
    static void impersonation(Plot plot) {
        Victim named = plot.victim(m -> !m.cloud());
        Row row = plot.row("impersonation").alarming(false).status("suspected").undecidable("host");
        row.by(named.pc().user());
        Attack attack = plot.attack(named, row);
        List<Machine> readers = plot.stage().census().personal().stream()
                .filter(m -> !m.cloud())
                .toList();
        Dice dice = plot.dice();
        for (int i = 0; i < 9; i++) {
            String domain = dice.letters(6) + ".example.org";
            Mail.Peer client = new Mail.Peer("smtp." + domain, "203.0.113." + dice.between(200, 250));
            String to = dice.pick(readers).pc().mailbox();
            Mail mail = Mail.incoming(dice, named.after(i * 400L), client, dice.letters(5) + "@" + domain, to);
            attack.shown()
                    .mail(false)
                    .deliver(
                            mail,
                            Scan.doubtful(
                                    dice.between(380, 560) / 100.0,
                                    "SPOOF_DISPLAY_NAME(3.00){" + named.pc().mailbox()
                                            + ";},FAKE_REPLY(1.00){},R_SPF_ALLOW(-0.20){+mx;}"));
        }
    }
}
