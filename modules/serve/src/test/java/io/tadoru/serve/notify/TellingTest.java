package io.tadoru.serve.notify;

import static io.tadoru.serve.notify.Revisions.news;
import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.event.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TellingTest {
    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final Policy POLICY =
            new Policy("high", Map.of("mail", 3, "webhook", 1), Duration.ofSeconds(15), HALF_AN_HOUR);
    private static final Policy MAIL_ONLY = new Policy("high", Map.of("mail", 3), Duration.ofSeconds(15), HALF_AN_HOUR);

    @ParameterizedTest
    @CsvSource({
        "suspected, high, 2",
        "quarantined, high, 2",
        "active, critical, 2",
        "active-after-quarantine, high, 2",
        "quarantined, medium, 0",
        "stopped, high, 0",
        "isolated, high, 0",
        "closed, high, 0",
        "withdrawn, high, 0",
        "merged, high, 0",
        "a word from elsewhere, high, 0"
    })
    void eachChannelIsToldOnceOfWhatIsWorthIt(String status, String severity, int errands) {
        assertThat(heard(news(status, Map.of("severity", severity)), List.of(), NOW)
                        .errands())
                .hasSize(errands);
    }

    @Test
    void aHiddenChainIsNotTold() {
        assertThat(heard(news("active", Map.of("hidden", true)), List.of(), NOW).errands())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "suspected, active, true",
        "quarantined, active, true",
        "active, active-after-quarantine, true",
        "active, quarantined, false",
        "quarantined, quarantined, false",
        "active-after-quarantine, active, false"
    })
    void onlyARiseIsToldAgain(String first, String second, boolean again) {
        Telling told = tell(heard(news(first), List.of(), NOW));
        Telling later = heard(news(second), List.of(told), NOW.plusSeconds(60));
        assertThat(later.errands().stream().anyMatch(e -> e.step() == 0)).isEqualTo(again);
    }

    @Test
    void aRiseBeforeItWasToldReplacesWhatWasToBeTold() {
        Telling first = heard(news("suspected"), List.of(), NOW);
        Telling risen = heard(news("active"), List.of(first), NOW.plusSeconds(2));
        assertThat(risen.errands())
                .hasSize(2)
                .allSatisfy(e -> assertThat(e.gravity()).isEqualTo(3));
    }

    @Test
    void aChainIsToldOnceItHasSettledButNotForEverLater() {
        Telling telling = heard(news("active"), List.of(), NOW);
        assertThat(telling.due(NOW.plusSeconds(14))).isEmpty();
        for (int i = 1; i <= 5; i++) {
            telling = heard(
                    news("active", Map.of("sentence_en", "change " + i)), List.of(telling), NOW.plusSeconds(10L * i));
        }
        assertThat(telling.due(NOW.plusSeconds(44))).isEmpty();
        assertThat(telling.due(NOW.plusSeconds(45))).hasSize(2);
    }

    @Test
    void whatSaysNothingNewDoesNotPutItOff() {
        Telling telling = heard(news("active"), List.of(), NOW);
        telling = heard(news("active", Map.of("lines", 7)), List.of(telling), NOW.plusSeconds(14));
        assertThat(telling.due(NOW.plusSeconds(15))).hasSize(2);
    }

    @Test
    void theNextIsToldWhenNobodyAnswersInTime() {
        Telling told = tell(heard(news("active"), List.of(), NOW));
        assertThat(told.errands()).singleElement().satisfies(e -> {
            assertThat(e.channel()).isEqualTo("mail");
            assertThat(e.step()).isEqualTo(1);
            assertThat(e.due()).isEqualTo(NOW.plus(HALF_AN_HOUR));
        });
        Telling second = tell(told);
        assertThat(second.errands())
                .singleElement()
                .satisfies(e -> assertThat(e.step()).isEqualTo(2));
        assertThat(tell(second).errands()).isEmpty();
    }

    @Test
    void theNextIsNotToldOnceSomebodyHasAnswered() {
        Telling told = tell(heard(news("active"), List.of(), NOW));
        News answered = news("active", Map.of("acknowledged_by", "hanako"));
        assertThat(heard(answered, List.of(told), NOW).errands()).isEmpty();
        assertThat(heard(news("closed"), List.of(told), NOW).errands()).isEmpty();
    }

    @Test
    void aRiseAfterAnAnswerIsToldToTheFirstOnly() {
        News risen = news("active-after-quarantine", Map.of("acknowledged_by", "hanako"));
        Telling told = tell(heard(news("active"), List.of(), NOW));
        Telling later = heard(risen, List.of(told), NOW);
        assertThat(later.errands()).extracting(Errand::step).containsOnly(0);
        assertThat(tell(later).errands()).isEmpty();
    }

    @Test
    void aChainThatTookInOneThatWasToldIsNotToldAgain() {
        Telling told = tell(heard(news("active"), List.of(), NOW));
        News bigger = news("active", Map.of("id", "0".repeat(32), "case", "T-2022-0000000"));
        assertThat(heard(bigger, List.of(told), NOW).errands()).isEmpty();
    }

    @Test
    void aFailureIsTriedAgainEverLaterAndTheNextIsToldInTimeAllTheSame() {
        Telling telling = heard(news("active"), List.of(), NOW, MAIL_ONLY);
        Errand first = telling.errands().getFirst();
        Telling failed = telling.failed(first, NOW, MAIL_ONLY);
        assertThat(failed.errands()).extracting(Errand::step).containsExactlyInAnyOrder(0, 1);
        Errand again =
                failed.errands().stream().filter(e -> e.step() == 0).findFirst().orElseThrow();
        assertThat(again.due()).isEqualTo(NOW.plusSeconds(1));
        Telling twice = failed.failed(again, NOW, MAIL_ONLY);
        assertThat(twice.errands())
                .hasSize(2)
                .anySatisfy(e -> assertThat(e.due()).isEqualTo(NOW.plusSeconds(2)));
    }

    @Test
    void aReceiverThatIsAwayForADayIsGivenUp() {
        Telling telling = heard(
                news("active"), List.of(), NOW, new Policy("high", Map.of("webhook", 1), Duration.ZERO, HALF_AN_HOUR));
        Errand errand = telling.errands().getFirst();
        assertThat(telling.failed(errand, NOW.plus(Duration.ofHours(25)), POLICY)
                        .errands())
                .isEmpty();
    }

    @Test
    void anEndThatIsNoLongerWaitedForChangesNothing() {
        Telling telling = heard(news("suspected"), List.of(), NOW);
        Errand old = telling.errands().getFirst();
        Telling risen = heard(news("active"), List.of(telling), NOW);
        assertThat(risen.failed(old, NOW, POLICY)).isEqualTo(risen);
        assertThat(risen.delivered(old, NOW, POLICY).errands()).containsAll(risen.errands());
    }

    @Test
    void itIsTheSameAfterItWasKept() {
        Telling telling = tell(heard(news("active"), List.of(), NOW));
        assertThat(Json.read(Json.bytes(telling), Telling.class)).isEqualTo(telling);
    }

    private static Telling heard(News news, List<Telling> before, Instant now) {
        return heard(news, before, now, POLICY);
    }

    private static Telling heard(News news, List<Telling> before, Instant now, Policy policy) {
        return Telling.hear(news, 0, before, now, policy);
    }

    /** Everything that is to be delivered is. */
    private static Telling tell(Telling telling) {
        Telling now = telling;
        for (Errand errand : telling.errands()) {
            now = now.delivered(errand, NOW, POLICY);
        }
        return now;
    }
}
