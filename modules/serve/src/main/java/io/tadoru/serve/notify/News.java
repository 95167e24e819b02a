package io.tadoru.serve.notify;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.event.Excerpt;
import io.tadoru.event.Instants;
import io.tadoru.event.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A revision of a chain, as far as it matters to who is told of it.
 *
 * @param cases all case numbers that lead to this chain
 * @param knownAt when the revision became known
 * @param acknowledged somebody has said that they look into it
 * @param over nothing is to be told any more: a person decided, or the chain went into another
 */
record News(
        String chain,
        String caseNumber,
        List<String> cases,
        String host,
        String user,
        String status,
        String severity,
        Instant knownAt,
        String en,
        String ja,
        boolean acknowledged,
        boolean over) {
    private static final int CHARS = 2000;
    private static final int CASES = 100;
    private static final Set<String> OVER = Set.of("stopped", "isolated", "closed", "withdrawn", "merged");
    /** The worse the later. That the endpoint protection acted is better news than that nobody did. */
    private static final List<String> GRAVITY =
            List.of("suspected", "quarantined", "active", "active-after-quarantine");

    private static final List<String> SEVERITIES = List.of("informational", "low", "medium", "high", "critical");

    News {
        cases = List.copyOf(cases);
    }

    /**
     * Reads a record of {@code tadoru.chains}.
     *
     * @throws java.io.UncheckedIOException when it is no JSON
     */
    static News of(byte[] document) {
        JsonNode chain = Json.read(document, JsonNode.class);
        String status = text(chain, "status");
        return new News(
                text(chain, "id"),
                text(chain, "case"),
                cases(chain),
                text(chain, "host"),
                text(chain, "user"),
                status,
                text(chain, "severity"),
                Instants.parse(text(chain, "known_at")).orElse(Instant.EPOCH),
                text(chain, "sentence_en"),
                text(chain, "sentence_ja"),
                !text(chain, "acknowledged_by").isEmpty(),
                OVER.contains(status) || chain.path("hidden").asBoolean());
    }

    private static List<String> cases(JsonNode chain) {
        List<String> cases = new ArrayList<>();
        chain.path("cases").forEach(c -> cases.add(c.asText()));
        return cases.subList(0, Math.min(CASES, cases.size()));
    }

    private static String text(JsonNode chain, String name) {
        return Excerpt.cut(chain.path(name).asText(), CHARS);
    }

    /** From 1, the worse the higher; 0 for what nobody needs to be told. */
    int gravity() {
        return over ? 0 : GRAVITY.indexOf(status) + 1;
    }

    /** Whether its severity is this one or above. */
    boolean atLeast(String severity) {
        return SEVERITIES.indexOf(this.severity) >= SEVERITIES.indexOf(severity);
    }

    /** Whether a reader would see a difference; when it became known is none. */
    boolean says(News other) {
        return en.equals(other.en) && status.equals(other.status) && user.equals(other.user);
    }
}
