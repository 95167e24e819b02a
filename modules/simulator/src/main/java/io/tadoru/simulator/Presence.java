package io.tadoru.simulator;

import java.time.Duration;
import java.time.Instant;

/** A PC that is on, under one address: just booted or not, with somebody at it or left alone. */
public record Presence(Pc pc, String address, Instant from, Instant until, boolean booted, boolean attended) {
    public int hours() {
        return (int) Math.max(1, Duration.between(from, until).toHours());
    }

    /** How many times something happens, given how often an hour when somebody is there; rarely otherwise. */
    public int times(int anHour) {
        return attended ? hours() * anHour : hours();
    }

    public Instant some(Dice dice) {
        return dice.within(from, until);
    }
}
