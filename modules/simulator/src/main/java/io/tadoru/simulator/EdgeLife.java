package io.tadoru.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What passes the firewall without the proxy: time, calls, names, mail, and the scanners that knock from outside. */
public record EdgeLife(EdgeLog fortigate, Dice dice) {
    private static final int UDP = 17;
    private static final int TCP = 6;
    private static final List<Integer> KNOCKED_AT = List.of(23, 23, 445, 445, 3389);
    private static final int KNOCKS_A_DAY = 100;
    private static final int LOOKUPS_A_DAY = 90;

    public void live(Presence presence) {
        for (int i = presence.hours() / 2; i > 0; i--) {
            fortigate.closed(presence.some(dice), clock(presence));
        }
        if (presence.attended()) {
            for (int i = presence.hours() / 3; i > 0; i--) {
                call(presence);
            }
        }
    }

    public void live(LocalDate day) {
        Instant from = OfficeTime.midnight(day);
        Instant until = from.plus(Duration.ofDays(1));
        for (int i = 0; i < KNOCKS_A_DAY; i++) {
            fortigate.turnedAway(dice.within(from, until), knock());
        }
        for (int i = 0; i < LOOKUPS_A_DAY; i++) {
            fortigate.closed(dice.within(from, until), lookup());
        }
    }

    private FortigateLog.Session clock(Presence presence) {
        return new FortigateLog.Session(presence.address(), dice.port(), "192.0.2.123", 123, UDP, 180, 76, 76);
    }

    private void call(Presence presence) {
        int seconds = dice.between(30, 1_800);
        FortigateLog.Session session = new FortigateLog.Session(
                presence.address(),
                dice.port(),
                "192.0.2." + dice.between(200, 220),
                3478,
                UDP,
                seconds,
                dice.between(20_000, 9_000_000),
                dice.between(20_000, 9_000_000));
        // nobody calls before the PC is on
        Instant end = dice.within(presence.from().plusSeconds(seconds), presence.until());
        fortigate.closed(end, session);
        if (dice.chance(15)) {
            fortigate.applicationSeen(end.minusSeconds(seconds), session);
        }
    }

    private FortigateLog.Session knock() {
        return new FortigateLog.Session(
                Internet.scanner(dice), dice.port(), Addresses.OUTSIDE, dice.pick(KNOCKED_AT), TCP, 0, 0, 0);
    }

    private FortigateLog.Session lookup() {
        return new FortigateLog.Session(
                Addresses.GATEWAY,
                dice.port(),
                "192.0.2.53",
                53,
                UDP,
                180,
                dice.between(60, 90),
                dice.between(90, 400));
    }
}
