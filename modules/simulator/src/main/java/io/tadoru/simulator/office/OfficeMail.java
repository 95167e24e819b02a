package io.tadoru.simulator.office;

import io.tadoru.simulator.Dice;
import io.tadoru.simulator.Internet;
import io.tadoru.simulator.Mail;
import io.tadoru.simulator.MailGate;
import io.tadoru.simulator.OfficeTime;
import io.tadoru.simulator.Scan;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** Ordinary mail of a day, a newsletter to everybody, and the spam that is kept out. */
record OfficeMail(Pens pens, Census census, Dice dice) {
    private static final List<String> HARMLESS =
            List.of("mitsumori.pdf", "gijiroku.docx", "uriage.xlsx", "catalog.pdf", "seikyusho.pdf", "chizu.png");

    void live(LocalDate day) {
        boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
        int people = census.personal().size();
        repeat(weekend ? people / 4 : people * 2, day, this::receive);
        repeat(Math.max(4, people / 2), day, at -> spam(at, MailGate::refuse));
        repeat(Math.max(3, people / 3), day, at -> spam(at, (gate, m) -> gate.reject(m, Scan.rejected(dice))));
        repeat(Math.max(2, people / 6), day, at -> spam(at, (gate, m) -> gate.deliver(m, Scan.tagged(dice))));
        if (!weekend) {
            newsletter(OfficeTime.at(day, "07:30"));
        }
    }

    /** What somebody at a desk sends. */
    void send(Instant at, Stay stay) {
        Mail mail = Mail.sentBy(dice, at, stay.presence(), dice.pick(Internet.CORRESPONDENTS));
        pens.mail(false).deliver(mail, Scan.clean(mail, dice));
    }

    private void repeat(int times, LocalDate day, Consumer<Instant> happening) {
        Instant midnight = OfficeTime.midnight(day);
        for (int i = 0; i < times; i++) {
            happening.accept(
                    dice.chance(70)
                            ? dice.within(OfficeTime.at(day, "08:30"), OfficeTime.at(day, "18:30"))
                            : dice.within(midnight, midnight.plus(Duration.ofDays(1))));
        }
    }

    private void receive(Instant at) {
        Machine reader = dice.pick(census.personal());
        Mail mail = arriving(at, dice.pick(Internet.CORRESPONDENTS), reader);
        Mail sent = dice.chance(22) ? mail.attaching(dice.between(20_000, 2_000_000), dice.pick(HARMLESS)) : mail;
        pens.mail(reader.cloud()).deliver(sent, Scan.clean(sent, dice));
    }

    private void newsletter(Instant from) {
        for (Machine reader : census.personal()) {
            Mail mail = arriving(dice.within(from, from.plusSeconds(1_200)), "newsletter@example.org", reader);
            pens.mail(reader.cloud()).deliver(mail, Scan.clean(mail, dice));
        }
    }

    private Mail arriving(Instant at, String from, Machine reader) {
        String domain = from.substring(from.indexOf('@') + 1);
        return Mail.incoming(
                dice, at, Internet.mailHost(domain), from, reader.pc().mailbox());
    }

    private void spam(Instant at, SpamFate fate) {
        Machine reader = dice.pick(census.personal());
        String from = dice.letters(7) + "@" + dice.letters(4) + "." + dice.pick(Internet.DOMAINS);
        fate.of(
                pens.mail(reader.cloud()),
                Mail.incoming(
                        dice, at, Internet.spammer(dice), from, reader.pc().mailbox()));
    }

    private interface SpamFate {
        void of(MailGate gate, Mail mail);
    }
}
