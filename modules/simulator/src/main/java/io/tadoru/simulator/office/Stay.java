package io.tadoru.simulator.office;

import io.tadoru.simulator.Presence;
import java.time.Instant;

/** A machine that is on for a while: in the office under an address of ours, or at home. */
record Stay(Machine machine, Presence presence, boolean home) {
    Instant from() {
        return presence.from();
    }

    Instant until() {
        return presence.until();
    }

    Stay until(Instant end) {
        return new Stay(
                machine,
                new Presence(presence.pc(), presence.address(), from(), end, presence.booted(), presence.attended()),
                home);
    }

    Stay again(Instant start, String address) {
        return new Stay(machine, new Presence(presence.pc(), address, start, until(), true, presence.attended()), home);
    }

    /** As the machine's own clock has it. */
    Presence byItsClock() {
        return new Presence(
                presence.pc(),
                presence.address(),
                from().plus(machine.clock()),
                until().plus(machine.clock()),
                presence.booted(),
                presence.attended());
    }
}
