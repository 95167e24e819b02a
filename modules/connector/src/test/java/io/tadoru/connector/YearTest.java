package io.tadoru.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A year that a line leaves out is the latest that puts it not more than a day after the reference. */
class YearTest {
    private static String read(String asOf, String month, String day) {
        ReadSettings settings = new ReadSettings(ZoneId.of("Asia/Tokyo"), StandardCharsets.UTF_8, Instant.parse(asOf));
        return Times.syslog(month, day, "", "08:00:00", settings)
                .map(Instant::toString)
                .orElse("none");
    }

    @Test
    void aLineOfTheSameDayIsOfTheSameYear() {
        assertThat(read("2022-02-26T00:00:00Z", "Feb", "26")).isEqualTo("2022-02-25T23:00:00Z");
    }

    @Test
    void aLineFromDecemberReadInJanuaryIsOfTheYearBefore() {
        assertThat(read("2022-01-02T00:00:00Z", "Dec", "31")).isEqualTo("2021-12-30T23:00:00Z");
    }

    @Test
    void aLineOfNewYearReadOnTheEveIsOfTheYearToCome() {
        assertThat(read("2021-12-31T12:00:00Z", "Jan", "1")).isEqualTo("2021-12-31T23:00:00Z");
    }

    @Test
    void aLineMoreThanADayAheadIsOfTheYearBefore() {
        assertThat(read("2022-02-26T00:00:00Z", "Feb", "28")).isEqualTo("2021-02-27T23:00:00Z");
    }

    @Test
    void aLeapDayIsOfTheLastLeapYear() {
        assertThat(read("2022-02-26T00:00:00Z", "Feb", "29")).isEqualTo("2020-02-28T23:00:00Z");
    }

    @Test
    void aDayThatNoYearHasIsNone() {
        assertThat(read("2022-02-26T00:00:00Z", "Feb", "30")).isEqualTo("none");
    }

    @Test
    void aPatternWithoutAYearFindsItToo() {
        DateTimeFormatter format = DateTimeFormatter.ofPattern("MMM d HH:mm:ss", Locale.ENGLISH);
        ZoneId zone = ZoneId.of("Asia/Tokyo");
        Instant january = Instant.parse("2022-01-02T00:00:00Z");
        assertThat(Times.formatted("Dec 31 08:00:00", format, zone, january)).isEqualTo("2021-12-30T23:00:00Z");
        assertThat(Times.formatted("Jan 2 08:00:00", format, zone, january)).isEqualTo("2022-01-01T23:00:00Z");
        assertThat(Times.formatted("Feb 29 08:00:00", format, zone, january)).isEqualTo("2020-02-28T23:00:00Z");
        assertThat(Times.formatted("Feb 30 08:00:00", format, zone, january)).isNull();
    }
}
