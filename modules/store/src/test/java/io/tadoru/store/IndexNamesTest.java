package io.tadoru.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IndexNamesTest {
    private static final Instant NOW = Instant.parse("2022-02-26T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private final IndexNames names = new IndexNames(30, Optional.empty(), CLOCK);

    @Test
    void anEventGoesIntoTheIndexOfItsDayInUtc() {
        assertThat(names.events(Instant.parse("2022-02-26T08:59:59+09:00"))).isEqualTo("tadoru-events-2022.02.25");
        assertThat(names.events(NOW)).isEqualTo("tadoru-events-2022.02.26");
    }

    @Test
    void theOldestDayKeptAndTomorrowHaveIndicesOfTheirOwn() {
        assertThat(names.events(Instant.parse("2022-01-27T00:00:00Z"))).isEqualTo("tadoru-events-2022.01.27");
        assertThat(names.events(Instant.parse("2022-02-27T23:59:59Z"))).isEqualTo("tadoru-events-2022.02.27");
    }

    @Test
    void hostileDatesShareOneIndex() {
        for (String date : new String[] {
            "2022-01-26T23:59:59Z", "2022-02-28T00:00:00Z", "2099-01-01T00:00:00Z", "0001-01-01T00:00:00Z"
        }) {
            assertThat(names.events(Instant.parse(date))).as(date).isEqualTo(IndexNames.EVENTS_ELSEWHEN);
        }
        assertThat(names.events(Instant.MIN)).isEqualTo(IndexNames.EVENTS_ELSEWHEN);
        assertThat(names.events(Instant.MAX)).isEqualTo(IndexNames.EVENTS_ELSEWHEN);
    }

    @Test
    void aDeclaredBackfillGivesItsDaysIndices() {
        var backfill = new IndexNames.Backfill(LocalDate.parse("2021-11-01"), LocalDate.parse("2021-11-30"));
        var filling = new IndexNames(30, Optional.of(backfill), CLOCK);
        assertThat(filling.events(Instant.parse("2021-11-30T12:00:00Z"))).isEqualTo("tadoru-events-2021.11.30");
        assertThat(filling.events(Instant.parse("2021-12-01T00:00:00Z"))).isEqualTo(IndexNames.EVENTS_ELSEWHEN);
    }

    @Test
    void rejectsGoByKnowledgeDay() {
        assertThat(names.rejects(NOW)).isEqualTo("tadoru-rejects-2022.02.26");
        assertThat(names.rejects(Instant.EPOCH)).isEqualTo("tadoru-rejects-elsewhen");
    }
}
