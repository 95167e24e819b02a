package io.tadoru.simulator;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Ordinary mail, in and out, and the spam that mx1 keeps out or tags. */
record MailLife(MailServer server, FortigateLog fortigate, Office office, Dice dice) {
    private static final List<String> HARMLESS =
            List.of("mitsumori.pdf", "gijiroku.docx", "uriage_2202.xlsx", "catalog.pdf", "seikyusho.pdf", "chizu.png");

    void live(LocalDate day) {
        boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
        int people = office.pcs().size();
        repeat(weekend ? people / 4 : people * 5 / 2, day, this::receive);
        repeat(Math.max(8, people), day, this::refuse);
        repeat(Math.max(3, people / 3), day, this::reject);
        repeat(Math.max(2, people / 5), day, this::tag);
    }

    /** What the people at their desks send. */
    void live(Presence presence) {
        if (presence.attended()) {
            for (int i = dice.between(0, 3); i > 0; i--) {
                send(presence.some(dice), presence);
            }
        }
    }

    private interface Happening {
        void at(Instant at);
    }

    private void repeat(int times, LocalDate day, Happening happening) {
        Instant from = OfficeTime.midnight(day);
        for (int i = 0; i < times; i++) {
            // two thirds while people work, the rest around the clock
            Instant at = dice.chance(66)
                    ? dice.within(OfficeTime.at(day, "08:30"), OfficeTime.at(day, "18:30"))
                    : dice.within(from, from.plus(Duration.ofDays(1)));
            happening.at(at);
        }
    }

    private void receive(Instant at) {
        String from = dice.pick(Internet.CORRESPONDENTS);
        Mail.Peer client = Internet.mailHost(from.substring(from.indexOf('@') + 1));
        Mail mail = maybeAttaching(Mail.incoming(dice, at, client, from, somebody()));
        server.deliver(mail, Scan.clean(mail, dice));
        if (dice.chance(40)) {
            fortigate.closed(at.plusSeconds(1), session(client.ip(), Addresses.MAIL, mail.size()));
        }
    }

    private void send(Instant at, Presence presence) {
        boolean colleague = dice.chance(40);
        String to = colleague ? somebody() : dice.pick(Internet.CORRESPONDENTS);
        Mail mail = maybeAttaching(Mail.sentBy(dice, at, presence, to));
        server.deliver(mail, Scan.clean(mail, dice));
        if (!colleague) {
            String host = "mx." + to.substring(to.indexOf('@') + 1);
            fortigate.closed(at.plusSeconds(2), session(Addresses.MAIL, Internet.address(host), mail.size()));
        }
    }

    private void refuse(Instant at) {
        server.refuse(unsolicited(at));
    }

    private void reject(Instant at) {
        server.reject(unsolicited(at), Scan.rejected(dice));
    }

    private void tag(Instant at) {
        server.deliver(unsolicited(at), Scan.tagged(dice));
    }

    private Mail unsolicited(Instant at) {
        String from = dice.letters(7) + "@" + dice.letters(4) + "." + dice.pick(Internet.DOMAINS);
        return Mail.incoming(dice, at, Internet.spammer(dice), from, somebody());
    }

    private Mail maybeAttaching(Mail mail) {
        return dice.chance(22) ? mail.attaching(dice.between(20_000, 2_000_000), dice.pick(HARMLESS)) : mail;
    }

    private String somebody() {
        return dice.pick(office.pcs()).mailbox();
    }

    private FortigateLog.Session session(String source, String destination, int size) {
        return new FortigateLog.Session(
                source, dice.port(), destination, 25, 6, dice.between(1, 4), size + 900, dice.between(600, 1_400));
    }
}
