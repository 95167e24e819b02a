package io.tadoru.simulator;

import java.time.Instant;

/** The log of a DHCP server, whoever made it. */
public interface LeaseLog {
    void boots(Instant at, String address, Pc pc);

    void renews(Instant at, String address, Pc pc);
}
