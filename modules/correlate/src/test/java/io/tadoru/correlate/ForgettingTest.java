package io.tadoru.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.detection.Level;
import io.tadoru.detection.Stage;
import io.tadoru.event.Identity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ForgettingTest {
    private static final Identity IP = Identity.ip("10.20.30.142");
    private static final Identity LATER = Identity.ip("10.20.30.7");
    private static final Identity HOST = Identity.host("PC-0142");
    private static final List<String> OF_MARKS = List.of(
            Stores.MARKS,
            Stores.ANSWERS,
            Stores.SAID_HOSTS,
            Stores.CLAIMS,
            Stores.HOST_EVENTS,
            Stores.FOLDS,
            Stores.MEMBERS,
            Stores.COUNTS,
            Stores.SAID_CHAINS);

    @Test
    void nothingIsForgottenWithinHorizonAndLateness() {
        try (Office office = known()) {
            assertThat(office.size(Stores.CLAIMS)).isEqualTo(5);
            later(office, 28);
            assertThat(OF_MARKS)
                    .allSatisfy(s -> assertThat(office.size(s)).as(s).isPositive());
            assertThat(office.bindings()).hasSize(2);
        }
    }

    @Test
    void marksClaimsAndAnswersGoAfterItAndTheChainStandsAsItWasSaid() {
        try (Office office = known()) {
            later(office, 29);
            assertThat(OF_MARKS)
                    .allSatisfy(s -> assertThat(office.size(s)).as(s).isZero());
            assertThat(office.chains()).isEmpty();
        }
    }

    @Test
    void rowsGoWhenTheySpeakForNoLineThatMayStillComeAndReadersAreTold() {
        try (Office office = known()) {
            later(office, 29);
            assertThat(office.bindings()).hasSize(1);
            assertThat(office.size(Stores.ROWS)).isEqualTo(1);
        }
    }

    @Test
    void datesInLinesMakeNothingForgotten() {
        try (Office office = known()) {
            for (String year : List.of("2099", "1970")) {
                Instant time = Instant.parse(year + "-01-01T00:00:00Z");
                office.mark("of " + year, time, Level.HIGH, Stage.DETECTION, IP, HOST);
                office.see(IP, "PC-0142", (int)
                        ((time.getEpochSecond() - Office.at(0).getEpochSecond()) / 60));
            }
            office.second();
            office.sweep();
            assertThat(office.hosts()).isEqualTo(Map.of("PC-0142", Set.of("e1", "of 2099", "of 1970")));
            assertThat(office.size(Stores.ROWS)).isEqualTo(3);
        }
    }

    @Test
    void anOldMarkStaysWhileItsChainGoesOn() {
        try (Office office = known()) {
            office.days(20);
            office.mark("e2", 62, HOST);
            office.second();
            assertThat(office.chains()).hasSize(1);
            later(office, 10);
            assertThat(office.hosts()).isEqualTo(Map.of("PC-0142", Set.of("e1", "e2")));
            office.mark("e3", 63, HOST);
            office.second();
            assertThat(office.chains())
                    .singleElement()
                    .satisfies(c -> assertThat(c).containsEntry("revision", 3L).containsEntry("lines", 3L));
        }
    }

    private static Office known() {
        Office office = new Office();
        office.see(IP, "PC-0142", 0);
        office.mark("e1", 60, IP);
        office.second();
        assertThat(office.chains()).hasSize(1);
        return office;
    }

    /** Stream time goes on by records, in each of the three sorts of task. */
    private static void later(Office office, int days) {
        office.days(days);
        office.see(LATER, "PC-0007", 100);
        office.mark("later", 100, LATER);
        office.withdraw("later");
        office.second();
        office.sweep();
        office.sweep();
    }
}
