package io.tadoru.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimelineDocumentTest {
    private static final Map<String, Object> CHAIN = Map.of(
            "id",
            "c1",
            "detail",
            Map.of(
                    "evidence",
                    List.of(mark("h1", "A", "2022-02-26T01:00:00Z"), mark("h1", "B", "2022-02-26T01:00:00Z"))));

    private static Map<String, Object> mark(String hash, String rule, String at) {
        return Map.of("hash", hash, "rule", rule, "at", at, "reason", "same URL", "summary", "GET", "original", "line");
    }

    private static Map<String, Object> event(String id, String hash, String at) {
        return Map.of("@timestamp", at, "event", Map.of("id", id, "hash", hash, "original", "line"));
    }

    @SuppressWarnings("unchecked") // as the document has it
    private static List<Map<String, Object>> items(List<Map<String, Object>> events) {
        return (List<Map<String, Object>>)
                TimelineDocument.of(CHAIN, events, false).getOrDefault("events", List.of());
    }

    @Test
    void whatSeveralRulesSayOfOneLineStandsInOneItem() {
        assertThat(items(List.of(event("1", "h1", "2022-02-26T01:00:00Z"))))
                .singleElement()
                .satisfies(item -> assertThat(item)
                        .containsEntry("evidence", true)
                        .containsEntry("rule", "A; B")
                        .containsEntry("reason", "same URL"));
    }

    @Test
    void otherLinesStandAmongThemInOrderOfTimeAndOnce() {
        var later = event("2", "h2", "2022-02-26T10:00:01+09:00");
        assertThat(items(List.of(later, event("1", "h1", "2022-02-26T01:00:00Z"), later)))
                .extracting(item -> item.get("hash"))
                .containsExactly("h1", "h2");
    }

    @Test
    void aLineWhoseEventIsGoneIsToldFromTheChain() {
        assertThat(items(List.of()))
                .singleElement()
                .satisfies(item ->
                        assertThat(item).containsEntry("original", "line").doesNotContainKey("event"));
    }
}
