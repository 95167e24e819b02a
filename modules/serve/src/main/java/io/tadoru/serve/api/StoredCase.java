package io.tadoru.serve.api;

import io.tadoru.store.ChainQuestions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the chain's own document and its revisions tell. */
public final class StoredCase implements CaseSource {
    private final ChainQuestions questions;

    /** Within an open store. */
    public StoredCase(ChainQuestions questions) {
        this.questions = questions;
    }

    @Override
    public Map<String, Object> timeline(Map<String, Object> chain) {
        List<Map<String, Object>> events = new ArrayList<>();
        if (chain.get("detail") instanceof Map<?, ?> detail && detail.get("evidence") instanceof List<?> lines) {
            for (Object line : lines) {
                if (line instanceof Map<?, ?> evidence) {
                    events.add(event(chain, evidence));
                }
            }
        }
        return Map.of("chain", String.valueOf(chain.get("id")), "events", events, "truncated", false);
    }

    private static Map<String, Object> event(Map<String, Object> chain, Map<?, ?> evidence) {
        Map<String, Object> event = new LinkedHashMap<>();
        for (String name : List.of("at", "layer", "verdict", "source", "summary", "hash", "original", "reason")) {
            Object value = evidence.get(name);
            if (value != null) {
                event.put(name, value);
            }
        }
        event.put("host", String.valueOf(chain.get("host")));
        event.put("evidence", true);
        return event;
    }

    @Override
    public Map<String, Object> revisions(Map<String, Object> chain) throws IOException {
        return Map.of("revisions", questions.revisions(String.valueOf(chain.get("id"))));
    }

    @Override
    public Map<String, Object> spread(Map<String, Object> chain) {
        throw notYet();
    }

    @Override
    public Map<String, Object> coverage(Map<String, Object> chain) {
        throw notYet();
    }

    static Problem notYet() {
        return Problem.of(501, "Not implemented", "This server cannot answer this yet.");
    }
}
