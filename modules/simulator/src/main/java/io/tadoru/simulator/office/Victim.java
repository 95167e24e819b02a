package io.tadoru.simulator.office;

import io.tadoru.simulator.Pc;
import io.tadoru.simulator.Presence;
import java.time.Instant;
import java.time.LocalDate;

/** A machine that something happens to, and when. */
record Victim(Machine machine, Stay stay, LocalDate day, Instant at) {
    Presence where() {
        return stay.presence();
    }

    Pc pc() {
        return where().pc();
    }

    Instant after(long seconds) {
        return at.plusSeconds(seconds);
    }

    /** What the machine's own clock shows then. */
    Instant clock(Instant then) {
        return then.plus(machine.clock());
    }

    boolean itsClockIsRight() {
        return machine.clock().isZero();
    }

    /** Later in its day, under another address. */
    Victim under(Stay other) {
        return new Victim(machine, other, day, at);
    }

    Victim at(Instant then) {
        return new Victim(machine, stay, day, then);
    }
}
