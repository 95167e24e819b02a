package io.tadoru.simulator;

import java.time.Duration;
import java.time.Instant;

/** A PC that is on, under one address: just booted or not, with somebody at it or left alone. */
record Presence(Pc pc, String address, Instant from, Instant until, boolean booted, boolean attended) {
    int hours() {
        return (int) Math.max(1, Duration.between(from, until).toHours());
    }

    /** How many times something happens, given how often an hour when somebody is there; rarely otherwise. */
    int times(int anHour) {
        return attended ? hours() * anHour : hours();
    }

    Instant some(Dice dice) {
        return dice.within(from, until);
    }
}
