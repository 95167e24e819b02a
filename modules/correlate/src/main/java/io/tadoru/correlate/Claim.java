package io.tadoru.correlate;

import io.tadoru.event.Identity;
import java.time.Instant;

/**
 * A marked event asks an identity: with which host were you then? Kept there, and answered anew when the answer changes.
 *
 * @param withdrawn it asks no longer
 */
record Claim(String eventId, Identity identity, Instant time, boolean withdrawn) {
    static Claim of(String eventId, Identity identity, Instant time) {
        return new Claim(eventId, identity, time, false);
    }

    Claim withdraw() {
        return new Claim(eventId, identity, time, true);
    }
}
