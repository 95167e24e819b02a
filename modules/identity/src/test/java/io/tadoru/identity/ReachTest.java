package io.tadoru.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.event.Identity;
import io.tadoru.event.Strength;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReachTest {
    private static final Identity ADDRESS = Identity.ip("10.20.30.142");
    private static final Instant START = Instant.parse("2022-02-26T00:00:00Z");

    @Test
    void aLoneRowReachesAsFarAsItsSightingsSpeak() {
        assertThat(Reach.of(row("A", 0, 60), List.of()))
                .isEqualTo(new Reach(START.minus(Duration.ofHours(24)), at(60).plus(Duration.ofDays(8))));
    }

    @Test
    void otherRowsCutItShort() {
        var rows = List.of(row("A", 0, 60), row("B", 120, 180), row("C", 240, 300));
        assertThat(Reach.of(rows.get(1), rows)).isEqualTo(new Reach(at(60), at(240)));
    }

    @Test
    void outsideTheReachTheFirstAnswerIsTheSameWithTheRowOrWithoutIt() {
        Random random = new Random(20220226);
        for (int i = 0; i < 300; i++) {
            List<BindingRow> others = rows(random);
            BindingRow row = row("X", random);
            List<BindingRow> all = new ArrayList<>(others);
            all.add(row);
            Reach reach = Reach.of(row, all);
            for (int minute = -40; minute < 460; minute += 5) {
                Instant time = at(minute);
                if (time.isBefore(reach.from()) || time.isAfter(reach.to())) {
                    assertThat(first(all, time))
                            .as("%s in %s at %s", row, others, time)
                            .isEqualTo(first(others, time));
                }
            }
        }
    }

    private static Optional<Candidate> first(List<BindingRow> rows, Instant time) {
        return Bindings.asOf(rows, time).stream().findFirst();
    }

    private static List<BindingRow> rows(Random random) {
        List<BindingRow> rows = new ArrayList<>();
        for (int n = random.nextInt(6); n > 0; n--) {
            rows.add(row("H" + n, random));
        }
        return rows;
    }

    private static BindingRow row(String host, Random random) {
        int first = random.nextInt(40) * 10;
        return row(host, first, first + random.nextInt(10) * 10);
    }

    private static BindingRow row(String host, int first, int last) {
        return new BindingRow(ADDRESS, host, Strength.LEASE, at(first), at(last));
    }

    private static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }
}
