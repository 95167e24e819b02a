package io.tadoru.serve.notify;

import io.tadoru.event.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Chains as they come by on {@code tadoru.chains}. */
final class Revisions {
    static final String CHAIN = "248c53a0c7e9164c1e796c1009dfa174";

    private Revisions() {}

    static Map<String, Object> chain(String status) {
        Map<String, Object> all = new HashMap<>();
        all.put("id", CHAIN);
        all.put("case", "T-2022-7K3F9QZ");
        all.put("cases", List.of("T-2022-7K3F9QZ"));
        all.put("host", "PC-0142");
        all.put("user", "taro");
        all.put("status", status);
        all.put("severity", "high");
        all.put("known_at", Instant.now().toString());
        all.put("sentence_en", "PC-0142 (taro) was infected; isolate PC-0142.");
        all.put("sentence_ja", "PC-0142 (taro)は感染。PC-0142を隔離すること。");
        return all;
    }

    static News news(String status, Map<String, ?> more) {
        Map<String, Object> all = new HashMap<>(chain(status));
        all.putAll(more);
        return News.of(Json.bytes(all));
    }

    static News news(String status) {
        return news(status, Map.of());
    }
}
