package io.tadoru.simulator;

import java.time.Duration;
import java.time.Instant;

/** PCs ask for their addresses when they boot, and again every four hours. */
public record LeaseLife(LeaseLog dnsmasq) {
    private static final Duration LEASE = Duration.ofHours(4);

    public void live(Presence presence) {
        Instant at = presence.from();
        if (presence.booted()) {
            dnsmasq.boots(at, presence.address(), presence.pc());
            at = at.plus(LEASE);
        }
        for (; at.isBefore(presence.until()); at = at.plus(LEASE)) {
            dnsmasq.renews(at, presence.address(), presence.pc());
        }
    }
}
