package io.tadoru.simulator;

import java.time.Instant;
import java.time.LocalDate;

/** What office to simulate, before the first line of a walk exists: how large, how long, with which incident. */
public record OfficePlan(int hosts, LocalDate from, int days, long seed, Incident incident) {
    /** The Friday before the infection: the first day of every plan made here. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2022, 2, 25);

    private static final int MOST_HOSTS = 10_000;
    private static final int MOST_DAYS = 365;

    /** Which infection is in the logs, and so how much of it they show. */
    public enum Incident {
        /** A macro, with Sysmon on every PC. */
        EMOTET("emotet-2022"),
        /** A password-protected archive, TLS through the gateway and no Sysmon. */
        EMOTET_POOR("emotet-2022-poor");

        private final String scenario;

        Incident(String scenario) {
            this.scenario = scenario;
        }

        /** The name of the scenario's folder. */
        public String scenario() {
            return scenario;
        }
    }

    public OfficePlan {
        if (hosts < 4 || hosts > MOST_HOSTS) {
            throw new IllegalArgumentException("hosts must be 4 to " + MOST_HOSTS + ", not " + hosts);
        }
        if (days < 2 || days > MOST_DAYS) {
            throw new IllegalArgumentException("days must be 2 to " + MOST_DAYS + ", not " + days);
        }
    }

    /** Plans the incident with every layer logging in full. */
    public static OfficePlan emotet(int hosts, int days, long seed) {
        return new OfficePlan(hosts, FIRST_DAY, days, seed, Incident.EMOTET);
    }

    /** Plans the incident as an office without Sysmon and without TLS inspection sees it. */
    public static OfficePlan emotetPoor(int hosts, int days, long seed) {
        return new OfficePlan(hosts, FIRST_DAY, days, seed, Incident.EMOTET_POOR);
    }

    /** The day after the last one, on which logrotate renames the files. */
    public LocalDate rotated() {
        return from.plusDays(days);
    }

    boolean covers(Instant at) {
        return !at.isBefore(OfficeTime.midnight(from)) && at.isBefore(OfficeTime.midnight(rotated()));
    }

    Dice dice(String purpose) {
        return Dice.of(seed, purpose);
    }
}
