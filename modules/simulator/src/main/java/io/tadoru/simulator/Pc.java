package io.tadoru.simulator;

import java.util.Locale;

/** A PC and whoever sits at it; the number counts from 1, so that 42 is PC-0142. */
record Pc(int number, String user) {
    /** The PC that the incident happens on. */
    static final int VICTIM = 42;

    static final String DOMAIN = "example.co.jp";

    String name() {
        return String.format(Locale.ROOT, "PC-%04d", 100 + number);
    }

    String fqdn() {
        return name() + "." + DOMAIN;
    }

    String mailbox() {
        return user + "@" + DOMAIN;
    }

    String account() {
        return "EXAMPLE\\" + user;
    }

    String home() {
        return "C:\\Users\\" + user;
    }

    String mac() {
        return String.format(
                Locale.ROOT, "00:53:00:%02x:%02x:%02x", number >> 8 & 0xff, number & 0xff, number * 37 & 0xff);
    }
}
