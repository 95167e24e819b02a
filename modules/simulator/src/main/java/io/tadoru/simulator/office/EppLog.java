package io.tadoru.simulator.office;

import io.tadoru.simulator.DefenderLog.Threat;
import io.tadoru.simulator.Presence;
import java.time.Instant;

/** What an endpoint protection says of a threat, whoever made it. */
interface EppLog {
    /** What became of what it found. */
    enum Outcome {
        QUARANTINED,
        BLOCKED,
        FAILED
    }

    /** What made it look. */
    enum Trigger {
        ACCESS,
        SCHEDULED
    }

    /** A threat, found and dealt with, in the machine's own time. */
    record Alarm(Instant found, Instant acted, Presence where, Threat threat, Outcome outcome, Trigger trigger) {}

    /** The answer is the time that the line of what it did bears. */
    Instant raise(Alarm alarm);
}
