package io.tadoru.investigate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @ParameterizedTest
    @CsvSource({
        "2022-02-26,2022-02-25T15:00:00Z",
        "2022-02-26T09:00,2022-02-26T00:00:00Z",
        "2022-02-26 09:00:01,2022-02-26T00:00:01Z",
        "2022-02-26T09:00:00Z,2022-02-26T09:00:00Z",
        "2022-02-26T09:00:00-05:00,2022-02-26T14:00:00Z"
    })
    void datesAndTimesAreInTheZoneUnlessTheySayOtherwise(String text, Instant instant) {
        assertThat(Moments.parse(text, TOKYO)).isEqualTo(instant);
    }

    @Test
    void whatIsNoTimeIsToldWithExamples() {
        assertThatThrownBy(() -> Moments.parse("yesterday", TOKYO))
                .hasMessageContaining("'yesterday'")
                .hasMessageContaining("2022-02-26T09:00");
    }

    @Test
    void theSpanIsHalfOpen() {
        Span span = new Span(Instant.parse("2022-02-26T00:00:00Z"), Instant.parse("2022-02-27T00:00:00Z"));

        assertThat(span.holds(Instant.parse("2022-02-26T00:00:00Z"))).isTrue();
        assertThat(span.holds(Instant.parse("2022-02-26T23:59:59.999Z"))).isTrue();
        assertThat(span.holds(Instant.parse("2022-02-27T00:00:00Z"))).isFalse();
        assertThat(span.holds(Instant.parse("2022-02-25T23:59:59Z"))).isFalse();
    }
}
