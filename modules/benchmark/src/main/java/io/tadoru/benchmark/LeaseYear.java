package io.tadoru.benchmark;

import io.tadoru.event.Identity;
import io.tadoru.event.Observation;
import io.tadoru.event.Strength;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;

/**
 * An office whose hosts renew their address at half of the lease's time, as DHCP clients do, and get another one now and then;
 * day by day, the same for the same number.
 */
final class LeaseYear {
    private static final Instant START = Instant.parse("2022-01-01T00:00:00Z");
    /** One renewal in so many finds the host elsewhere: it takes the address of another. */
    private static final int MOVES = 20;

    private final int hosts;
    private final Duration renewal;
    private final int[] address;
    private final Random random = new Random(20220226);

    LeaseYear(int hosts, int leaseHours) {
        this.hosts = hosts;
        this.renewal = Duration.ofHours(leaseHours).dividedBy(2);
        this.address = new int[hosts];
        for (int host = 0; host < hosts; host++) {
            address[host] = host;
        }
    }

    static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }

    /** What the DHCP server tells that day: each lease ties an address and a network card to a host. */
    void day(int day, Consumer<Observation> each) {
        Instant end = day(day + 1);
        for (int host = 0; host < hosts; host++) {
            for (Instant t = first(host, day); t.isBefore(end); t = t.plus(renewal)) {
                lease(host, t, each);
            }
        }
    }

    /** Each host at its own minute, so that none are all at once. */
    private Instant first(int host, int day) {
        Instant own = START.plusSeconds(host * 7919L % renewal.toSeconds());
        long since = Math.max(0, Duration.between(own, day(day)).toSeconds());
        return own.plusSeconds((since + renewal.toSeconds() - 1) / renewal.toSeconds() * renewal.toSeconds());
    }

    private void lease(int host, Instant time, Consumer<Observation> each) {
        if (random.nextInt(MOVES) == 0) {
            int other = random.nextInt(hosts);
            int own = address[host];
            address[host] = address[other];
            address[other] = own;
        }
        String name = String.format(Locale.ROOT, "PC-%06d", host);
        each.accept(new Observation(ip(address[host]), name, time, Strength.LEASE, "dhcp"));
        each.accept(new Observation(mac(host), name, time, Strength.LEASE, "dhcp"));
    }

    static Identity ip(int number) {
        return Identity.ip("10." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255));
    }

    private static Identity mac(int host) {
        return new Identity(
                Identity.Kind.MAC,
                String.format(Locale.ROOT, "00-53-00-%02X-%02X-%02X", host >> 16 & 255, host >> 8 & 255, host & 255));
    }
}
