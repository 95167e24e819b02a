package io.tadoru.serve.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tadoru.store.ChainQuestions.Position;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {
    @Test
    void aCursorComesBackAsItWas() {
        Position position = new Position(-9_223_372_036_854_775_808L, "0a0b");
        assertThat(Cursor.position(Cursor.text(position))).isEqualTo(position);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%%%", "MSAyIDM", "OTk5OTk5OTk5OTk5OTk5OTk5OSBh", "eyJhIjoxfQ"})
    void anythingElseIsNoCursor(String text) {
        assertThatThrownBy(() -> Cursor.position(text)).isInstanceOf(Problem.class);
    }

    @Test
    void parametersAreKnownSingleAndBounded() {
        Set<String> known = Set.of("limit", "host");
        assertThat(Parameters.of(Map.of("limit", List.of("7")), known).number("limit", 1, 10))
                .isEqualTo(7);
        for (Map<String, List<String>> bad : List.of(
                Map.of("q", List.of("1")),
                Map.of("host", List.of("a", "b")),
                Map.of("host", List.of("a".repeat(257))))) {
            assertThatThrownBy(() -> Parameters.of(bad, known)).isInstanceOf(Problem.class);
        }
    }

    @Test
    void dottedLayersBecomeObjects() {
        Map<String, Object> chain = ChainJson.of(Map.of("id", "a", "layers.mail.verdict", "passed"));
        assertThat(chain.get("layers")).isEqualTo(Map.of("mail", Map.of("verdict", "passed")));
        assertThat(chain).doesNotContainKey("layers.mail.verdict");
    }

    @Test
    void aBodyHasKnownTextsOnly() {
        Set<String> known = Set.of("text");
        assertThat(body("{\"text\":\" a\\nb \"}", known).text("text", 10)).isEqualTo("a\nb");
        assertThat(body("{\"text\":null}", known).text("text", 10)).isEmpty();
        for (String bad : List.of("{\"text\":1}", "{\"by\":\"x\"}", "[1]", "", "{\"text\":{\"a\":\"b\"}}")) {
            assertThatThrownBy(() -> body(bad, known)).as(bad).isInstanceOf(Problem.class);
        }
        assertThatThrownBy(() -> body("{\"text\":\"\\u0000\"}", known).text("text", 10))
                .isInstanceOf(Problem.class);
    }

    private static JsonBody body(String json, Set<String> known) {
        return JsonBody.of(json.getBytes(StandardCharsets.UTF_8), known);
    }
}
