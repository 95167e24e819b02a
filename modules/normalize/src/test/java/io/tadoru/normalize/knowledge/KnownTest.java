package io.tadoru.normalize.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.detection.Indicator;
import io.tadoru.detection.Indicator.Kind;
import io.tadoru.event.Json;
import io.tadoru.runtime.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KnownTest {
    private static final Indicator ONE =
            new Indicator(Kind.URL, "http://a.example/x|y", "cert|a", 60, Instant.EPOCH, null, "Loader");

    private final Known known = new Known();
    private long offset;

    @SuppressWarnings("NullAway") // a tombstone is null
    private boolean take(String topic, String key, @Nullable Object value, boolean ours) {
        byte[] bytes = value == null ? null : Json.bytes(value);
        var record =
                new ConsumerRecord<byte[], byte[]>(topic, 0, offset++, key.getBytes(StandardCharsets.UTF_8), bytes);
        if (ours) {
            record.headers().add(Known.PUBLISHER, Known.US);
        }
        return known.take(record);
    }

    private boolean take(Indicator indicator, boolean ours) {
        return take(Topics.INDICATORS, indicator.key(), indicator, ours);
    }

    @Test
    void whatIsWrittenIsKnownUntilATombstoneEvenWithBarsInIt() {
        assertThat(take(ONE, true)).isTrue();
        assertThat(take(ONE, true)).as("again changes nothing").isFalse();
        assertThat(known.indicators()).containsExactly(ONE);
        assertThat(known.missing(List.of(ONE))).isEmpty();
        assertThat(take(Topics.INDICATORS, ONE.key(), null, true)).isTrue();
        assertThat(known.indicators()).isEmpty();
        assertThat(known.missing(List.of(ONE))).containsExactly(ONE);
    }

    @Test
    void onlyWhatIsOursIsTakenBackOrWrittenOver() {
        Indicator theirs = new Indicator(Kind.DOMAIN, "b.example", "b", 60, null, null, "");
        Indicator changed = new Indicator(Kind.DOMAIN, "b.example", "b", 90, null, null, "");
        take(ONE, true);
        take(theirs, false);
        assertThat(known.gone(List.of())).containsExactly(ONE);
        assertThat(known.missing(List.of(changed))).isEmpty();
    }

    @Test
    void whateverOthersWriteHereIsHarmless() {
        assertThat(take(new Indicator(Kind.NETWORK, "0.0.0.0/0", "x", 60, null, null, ""), false))
                .isFalse();
        assertThat(take(Topics.INDICATORS, "ip:198.51.100.1|x", "no object", false))
                .isFalse();
        assertThat(take(Topics.INDICATORS, "no key", ONE, false)).isFalse();
        assertThat(take(Topics.INDICATORS, "no key", null, false)).isFalse();
        assertThat(take(Topics.RULES, "r", List.of(1), false)).isFalse();
        assertThat(take(Topics.RULES, Known.ANNOUNCE + "p", ONE, false)).isFalse();
        assertThat(known.indicators()).isEmpty();
        assertThat(known.rules()).isEmpty();
    }
}
