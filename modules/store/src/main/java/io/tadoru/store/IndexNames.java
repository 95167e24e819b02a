package io.tadoru.store;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Which index a document belongs in. Dates are hostile: days of their own have only those that the retention covers and
 * those of a declared backfill; all else shares one index.
 */
public final class IndexNames {
    public static final String CHAINS = "tadoru-chains";
    /** What was known of a chain, and when. */
    public static final String REVISIONS = "tadoru-revisions";

    public static final String EVENTS_ELSEWHEN = "tadoru-events-elsewhen";
    static final String ALL_EVENTS = "tadoru-events-*";
    static final String ALL_REJECTS = "tadoru-rejects-*";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu.MM.dd");

    /** Days, both included, whose logs are being read after the fact. */
    public record Backfill(LocalDate from, LocalDate to) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    private final int retentionDays;
    private final Optional<Backfill> backfill;
    private final Clock clock;

    /** Days from the retention's length, and those of a backfill. */
    public IndexNames(int retentionDays, Optional<Backfill> backfill, Clock clock) {
        this.retentionDays = retentionDays;
        this.backfill = backfill;
        this.clock = clock;
    }

    /** By event time. */
    public String events(Instant time) {
        return "tadoru-events-" + suffix(time);
    }

    /** By knowledge time: a reject has no other. */
    public String rejects(Instant receivedAt) {
        return "tadoru-rejects-" + suffix(receivedAt);
    }

    private String suffix(Instant time) {
        return ordinary(time) ? DAY.format(day(time)) : "elsewhen";
    }

    private boolean ordinary(Instant time) {
        if (time.isBefore(Instant.EPOCH) || time.isAfter(clock.instant().plusSeconds(2 * 86_400))) {
            return false; // also keeps dates that have no four-digit year away from the calendar
        }
        LocalDate day = day(time);
        LocalDate today = day(clock.instant());
        boolean kept = !day.isAfter(today.plusDays(1)) && !day.isBefore(today.minusDays(retentionDays));
        return kept || covered(day);
    }

    private boolean covered(LocalDate day) {
        return backfill.filter(b -> b.covers(day)).isPresent();
    }

    private static LocalDate day(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
