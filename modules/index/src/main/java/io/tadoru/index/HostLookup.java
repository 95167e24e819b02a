package io.tadoru.index;

import io.tadoru.event.Identity;
import java.time.Instant;
import java.util.Optional;

/** Who stood behind an identity at a time, as far as bindings tell. */
interface HostLookup {
    /**
     * The host.
     *
     * @param basis the observation's connector
     */
    record Found(String host, String basis) {}

    Optional<Found> find(Identity identity, Instant at);
}
