package io.tadoru.serve.api;

import io.tadoru.chain.Decision;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A decision as the API gives it, and the names that new ones get. */
final class DecisionJson {
    /** Crockford's, as in case numbers. */
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int ALLOW_DIGITS = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private DecisionJson() {}

    static String id() {
        return UUID.randomUUID().toString();
    }

    /** Of an entry that allows; random, for there is no counter. */
    static String allowId() {
        StringBuilder id = new StringBuilder("A-");
        for (int i = 0; i < ALLOW_DIGITS; i++) {
            id.append(DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
        }
        return id.toString();
    }

    static Map<String, Object> json(Decision decision) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", decision.id());
        json.put("case", decision.caseNumber());
        json.put("chain", decision.chain());
        json.put("host", decision.host());
        json.put("kind", decision.kind().text());
        json.put("by", decision.by());
        json.put("at", decision.at().toString());
        json.put("text", decision.text());
        put(json, "assignee", decision.assignee());
        return json;
    }

    /** Here the entry's own id is what people name it by. */
    static Map<String, Object> allowJson(Decision decision, Instant now) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", decision.caseNumber());
        put(json, "allows", decision.allows());
        json.put("host", decision.host());
        put(json, "owner", decision.assignee());
        put(json, "until", decision.until());
        json.put("text", decision.text());
        json.put("by", decision.by());
        json.put("at", decision.at().toString());
        json.put("ended", decision.until() != null && !now.isBefore(decision.until()));
        return json;
    }

    private static void put(Map<String, Object> json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value.toString());
        }
    }
}
