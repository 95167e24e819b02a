package io.tadoru.investigate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

class ActivityTest {
    private static final Instant START = Instant.parse("2022-02-26T00:00:00Z");

    @Test
    void anHoursSilenceOfABusySourceIsAGap() {
        Activity activity = new Activity();
        for (int minute = 0; minute < 600; minute++) {
            if (minute < 100 || minute >= 200) {
                activity.at(START.plus(Duration.ofMinutes(minute)));
            }
        }

        assertThat(activity.gaps())
                .containsExactly(
                        new Activity.Gap(START.plus(Duration.ofMinutes(99)), START.plus(Duration.ofMinutes(200))));
    }

    @Test
    void aSourceThatWritesEveryHourHasNoGapInThreeHours() {
        Activity activity = new Activity();
        for (int hour = 0; hour < 100; hour += hour == 50 ? 3 : 1) {
            activity.at(START.plus(Duration.ofHours(hour)));
        }

        assertThat(activity.gaps()).isEmpty();
    }

    @Test
    void hostileDatesAreNotKeptWithoutEnd() {
        Activity activity = new Activity();
        for (int day = 0; day < 20_000; day++) {
            activity.at(START.plus(day, ChronoUnit.DAYS));
        }

        assertThat(activity.scattered()).isTrue();
        assertThat(activity.gaps()).isEmpty();
    }

    @Test
    void theLongestFiftyAreListedInOrderOfTime() {
        Activity activity = new Activity();
        Instant at = START;
        for (int burst = 0; burst < 80; burst++) {
            for (int minute = 0; minute < 10; minute++) {
                at = at.plus(Duration.ofMinutes(1));
                activity.at(at);
            }
            at = at.plus(Duration.ofMinutes(100 + burst));
        }

        assertThat(activity.gaps()).hasSize(79);
        assertThat(Activity.longest(activity.gaps()))
                .hasSize(50)
                .isSortedAccordingTo(Comparator.comparing(Activity.Gap::from));
    }
}
