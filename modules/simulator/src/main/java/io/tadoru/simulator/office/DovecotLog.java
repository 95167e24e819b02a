package io.tadoru.simulator.office;

import io.tadoru.simulator.Addresses;
import io.tadoru.simulator.Dice;
import io.tadoru.simulator.OfficeTime;
import io.tadoru.simulator.Pen;
import java.time.Instant;

/** Dovecot on mx1: who reads mail from where. */
record DovecotLog(Pen book, Dice dice) {
    void enters(Instant at, String mailbox, String address) {
        say(
                at,
                "Login: user=<" + mailbox + ">, method=PLAIN, rip=" + address + ", lip=" + Addresses.MAIL + ", mpid="
                        + dice.between(2_000, 31_000) + ", TLS, session=<" + dice.letters(16) + ">");
    }

    void isRefused(Instant at, String mailbox, String address) {
        say(
                at,
                "Disconnected (auth failed, 1 attempts in 2 secs): user=<" + mailbox + ">, method=PLAIN, rip=" + address
                        + ", lip=" + Addresses.MAIL + ", TLS, session=<" + dice.letters(16) + ">");
    }

    private void say(Instant at, String text) {
        book.add(at, OfficeTime.syslog(at) + " mx1 dovecot: imap-login: " + text);
    }
}
