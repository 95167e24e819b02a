package io.tadoru.simulator.office;

import io.tadoru.simulator.Pc;
import java.time.Duration;
import java.util.List;

/**
 * A machine, where it stands, who uses it and what watches it.
 *
 * @param index among those of its kind at its site
 * @param users the first is its owner
 * @param cloud the owner's mailbox is at the provider's, not on mx1
 * @param clock how far its clock is ahead
 */
record Machine(
        Kind kind, Site site, int index, List<Pc> users, boolean sysmon, Maker epp, boolean cloud, Duration clock) {
    /** What it is. */
    enum Kind {
        DESKTOP,
        LAPTOP,
        SERVER,
        TERMINAL
    }

    /** Who made its endpoint protection. */
    enum Maker {
        DEFENDER,
        APEX_ONE
    }

    Machine {
        users = List.copyOf(users);
    }

    Pc pc() {
        return users.getFirst();
    }

    String name() {
        return pc().name();
    }

    boolean personal() {
        return kind == Kind.DESKTOP || kind == Kind.LAPTOP;
    }
}
