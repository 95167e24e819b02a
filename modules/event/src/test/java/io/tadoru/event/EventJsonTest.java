package io.tadoru.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventJsonTest {
    private static Event decode(String json) {
        return EventJson.decode(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void nestedAndDottedAreTheSameEvent() {
        Event nested = decode("""
                {"@timestamp":"2022-02-26T10:02:11+09:00","source":{"ip":"10.20.30.142","port":51000},"tags":["a","b"]}""");
        Event dotted = decode("""
                {"@timestamp":"2022-02-26T10:02:11+09:00","source.ip":"10.20.30.142","source.port":51000,"tags":["a","b"]}""");

        assertThat(nested).isEqualTo(dotted);
        assertThat(nested.time()).isEqualTo("2022-02-26T01:02:11Z");
        assertThat(nested.number("source.port")).hasValue(51000);
        assertThat(nested.texts("tags")).containsExactly("a", "b");
    }

    @Test
    void thereAndBackIsEqual() {
        Event event = Event.of(Map.of(
                Fields.TIMESTAMP,
                "2022-02-26T01:02:11Z",
                Fields.SOURCE_BYTES,
                9_000_000_000L,
                Fields.EMAIL_TO,
                List.of("taro@example.co.jp"),
                Fields.VENDOR,
                Map.of("請求", "書", "nested", Map.of("a", "b"))));

        assertThat(EventJson.decode(EventJson.encode(event))).isEqualTo(event);
    }

    @Test
    void aDocumentWithoutTimeIsNoEvent() {
        assertThatThrownBy(() -> decode("{\"message\":\"x\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("@timestamp");
        assertThatThrownBy(() -> decode("{\"@timestamp\":\"yesterday\"}")).hasMessageContaining("yesterday");
    }

    @Test
    void depthIsBounded() {
        String deep = "{\"a\":".repeat(200) + "1" + "}".repeat(200);

        assertThatThrownBy(() -> decode(deep)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aSessionsStartIsNotItsLinesTime() {
        Event event =
                Event.of(Map.of(Fields.TIMESTAMP, "2022-02-26T01:03:40Z", Fields.EVENT_START, "2022-02-26T01:03:02Z"));

        assertThat(event.start()).isEqualTo("2022-02-26T01:03:02Z");
        assertThat(event.end()).isEqualTo("2022-02-26T01:03:40Z");
    }
}
