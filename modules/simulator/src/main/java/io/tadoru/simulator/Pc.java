package io.tadoru.simulator;

import java.util.Locale;

/** A PC and whoever sits at it; the number counts from 1, so that 42 is PC-0142. */
public record Pc(int number, String user, String name) {
    /** The PC that the incident happens on. */
    public static final int VICTIM = 42;

    public static final String DOMAIN = "example.co.jp";

    /** A PC of the usual kind of name. */
    public Pc(int number, String user) {
        this(number, user, String.format(Locale.ROOT, "PC-%04d", 100 + number));
    }

    public String fqdn() {
        return name() + "." + DOMAIN;
    }

    public String mailbox() {
        return user + "@" + DOMAIN;
    }

    public String account() {
        return "EXAMPLE\\" + user;
    }

    public String home() {
        return "C:\\Users\\" + user;
    }

    public String mac() {
        return String.format(
                Locale.ROOT, "00:53:00:%02x:%02x:%02x", number >> 8 & 0xff, number & 0xff, number * 37 & 0xff);
    }
}
