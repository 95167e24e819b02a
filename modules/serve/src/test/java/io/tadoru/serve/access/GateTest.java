package io.tadoru.serve.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.store.AccessStore.Access;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String HOME = "192.0.2.1";

    private final Token token = Token.random(new SecureRandom());
    private final Map<String, Access> kept = new HashMap<>();
    private int lookups;
    private final Gate gate = new Gate(this::find, Clock.fixed(NOW, ZoneOffset.UTC));

    private Optional<Access> find(String id) {
        lookups++;
        return Optional.ofNullable(kept.get(id));
    }

    private void keep(AccessRole role, Instant expires) {
        kept.put(token.id(), token.access("Hanako", role, NOW, expires));
    }

    private Admission admit(String header) throws IOException {
        return gate.admit(header, HOME);
    }

    @Test
    void aGoodTokenIsAdmittedAndLookedUpOnceInSeconds() throws Exception {
        keep(AccessRole.ANALYST, NOW.plusSeconds(1));
        for (String scheme : new String[] {"Bearer ", "bearer ", "BEARER "}) {
            assertThat(admit(scheme + token.text()))
                    .isEqualTo(new Admission.Admitted(new Caller("Hanako", AccessRole.ANALYST, NOW.plusSeconds(1))));
        }
        assertThat(lookups).isEqualTo(1);
    }

    @Test
    void allElseIsRefused() throws Exception {
        keep(AccessRole.READER, NOW); // expires now
        assertThat(admit("Bearer " + token.text())).isInstanceOf(Admission.Refused.class);
        assertThat(gate.admit(null, HOME)).isInstanceOf(Admission.Refused.class);
        assertThat(admit("Basic " + token.text())).isInstanceOf(Admission.Refused.class);
        assertThat(admit(token.text())).isInstanceOf(Admission.Refused.class);
        assertThat(admit("Bearer " + Token.random(new SecureRandom()).text())).isInstanceOf(Admission.Refused.class);
        assertThat(admit("Bearer tdr_" + "a".repeat(100_000))).isInstanceOf(Admission.Refused.class);
    }

    @Test
    void anotherSecretUnderAKnownIdIsRefusedEvenWhileTheGoodOneIsRemembered() throws Exception {
        keep(AccessRole.READER, NOW.plusSeconds(60));
        assertThat(admit("Bearer " + token.text())).isInstanceOf(Admission.Admitted.class);
        String secret = Token.random(new SecureRandom()).text().substring(20);
        assertThat(admit("Bearer tdr_" + token.id() + secret)).isInstanceOf(Admission.Refused.class);
    }

    @Test
    void aRoleThatIsNotKnownHereLetsNobodyIn() throws Exception {
        kept.put(token.id(), new Access(token.id(), token.hash(), "x", "root", NOW, NOW.plusSeconds(60), false));
        assertThat(admit("Bearer " + token.text())).isInstanceOf(Admission.Refused.class);
    }

    @Test
    void whoIsRefusedTooOftenIsNotLookedUpAnyMore() throws Exception {
        for (int i = 0; i < Refusals.MOST_A_MINUTE; i++) {
            admit("Bearer " + Token.random(new SecureRandom()).text());
        }
        assertThat(admit("Bearer " + token.text())).isInstanceOf(Admission.TooMany.class);
        assertThat(lookups).isEqualTo(Refusals.MOST_A_MINUTE);
        assertThat(gate.admit(null, "192.0.2.2")).isInstanceOf(Admission.Refused.class);
    }

    @Test
    void aReaderMayNotDecide() {
        assertThat(Need.DECIDE.metBy(AccessRole.READER)).isFalse();
        assertThat(Need.DECIDE.metBy(AccessRole.ANALYST)).isTrue();
        assertThat(Need.READ.metBy(AccessRole.READER)).isTrue();
    }

    @Test
    void aTokenShowsItselfWithoutItsSecret() {
        assertThat(token.toString()).contains(token.id()).doesNotContain(token.text());
    }
}
