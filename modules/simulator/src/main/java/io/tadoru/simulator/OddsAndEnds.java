package io.tadoru.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What looks a little like an incident and is none: adware, an old toolbar, a macro between colleagues, a locked zip. */
record OddsAndEnds(Logs logs, Office office, Dice dice) {
    private static final LocalDate FRIDAY = LocalDate.of(2022, 2, 25);
    private static final LocalDate MONDAY = LocalDate.of(2022, 2, 28);
    private static final LocalDate TUESDAY = LocalDate.of(2022, 3, 1);

    void happen() {
        unwanted(FRIDAY, "11:18:40", 4, "PUA:Win32/InstallCore", 27, "freepdf_setup.exe");
        unwanted(FRIDAY, "15:02:11", 11, "PUAAdvertising:Win32/OfferCore", 27, "wallpaper_pack.exe");
        unwanted(MONDAY, "13:44:05", 20, "Adware:Win32/Toolbar", 1, "toolbar.dll");
        unwanted(MONDAY, "16:20:33", 7, "PUA:Win32/Presenoker", 27, "zip_helper.exe");
        office.days().forEach(this::watchFiles);
        macroBetweenColleagues();
        lockedArchive();
        impersonations();
    }

    private void unwanted(LocalDate day, String time, int number, String name, int category, String file) {
        Instant at = OfficeTime.at(day, time).plusMillis(dice.below(1000));
        here(day, number)
                .ifPresent(where -> logs.defender.quarantined(
                        at,
                        at.plusMillis(dice.between(300, 2_400)),
                        where,
                        new DefenderLog.Threat(
                                Integer.toString(dice.between(200_000, 399_999)),
                                name,
                                1,
                                "Low",
                                category,
                                where.pc().home() + "\\Downloads\\" + file,
                                Programs.EDGE)));
    }

    private void watchFiles(LocalDate day) {
        Instant midnight = OfficeTime.midnight(day);
        for (int hour = 0; hour < 24; hour += 2) {
            logs.clamd.selfChecked(midnight.plus(Duration.ofHours(hour)).plusSeconds(1));
        }
        logs.clamd.reloaded(OfficeTime.at(day, "05:10:07"), 8_606_000 + day.getDayOfYear());
        if (day.equals(MONDAY)) {
            String old = "/srv/share/soumu/old/toolbar_setup.exe";
            logs.clamd.found(OfficeTime.at(day, "13:11:45"), old, "PUA.Win.Adware.Toolbar-1");
        }
    }

    private void macroBetweenColleagues() {
        here(FRIDAY, 1).ifPresent(sender -> {
            Mail mail = Mail.sentBy(
                            dice,
                            OfficeTime.at(FRIDAY, "14:12:30"),
                            sender,
                            office.pcs().get(1).mailbox())
                    .attaching(88_000, "kintai_2202.xlsm");
            logs.mail.deliver(mail, Scan.clean(mail, dice));
        });
    }

    private void lockedArchive() {
        String from = "keiri@example.jp";
        Mail mail = Mail.incoming(
                        dice, OfficeTime.at(TUESDAY, "10:31:52"), Internet.mailHost("example.jp"), from, colleague(0))
                .attaching(210_000, "kessan_2021.zip");
        logs.mail.deliver(
                mail,
                Scan.doubtful(1.9, "MIME_ENCRYPTED_ARCHIVE(2.00){kessan_2021.zip:zip;},R_SPF_ALLOW(-0.20){+mx;}"));
    }

    /** What was stolen comes back: mail from strangers that quotes our own conversations under our names. */
    private void impersonations() {
        for (int i = 0; i < 14; i++) {
            Instant at = dice.within(OfficeTime.at(MONDAY, "08:40"), OfficeTime.at(MONDAY, "17:20"));
            String domain = dice.letters(6) + "." + dice.pick(Internet.DOMAINS);
            Mail.Peer client = new Mail.Peer("smtp." + domain, "203.0.113." + dice.between(30, 60));
            Mail mail = Mail.incoming(dice, at, client, dice.letters(5) + "@" + domain, colleague(i));
            String symbols = "SPOOF_DISPLAY_NAME(3.00){" + Office.VICTIM_USER + "@" + Pc.DOMAIN
                    + ";},FAKE_REPLY(1.00){},R_SPF_ALLOW(-0.20){+mx;}";
            logs.mail.deliver(mail, Scan.doubtful(dice.between(380, 560) / 100.0, symbols));
        }
    }

    private String colleague(int index) {
        List<Pc> pcs = office.pcs();
        return pcs.get(index % pcs.size()).mailbox();
    }

    private Optional<Presence> here(LocalDate day, int number) {
        return office.presences().stream()
                .filter(presence -> presence.pc().number() == number)
                .filter(presence -> OfficeTime.day(presence.from()).equals(day))
                .findFirst();
    }
}
