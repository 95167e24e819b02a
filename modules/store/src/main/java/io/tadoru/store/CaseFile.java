package io.tadoru.store;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.chain.TimelineDocument;
import io.tadoru.event.Instants;
import io.tadoru.event.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that Elasticsearch holds about one chain, in the form in which the API gives it: what an analyst opens, and what is
 * handed over. Half an answer is an error, never a shorter case.
 */
public final class CaseFile {
    private static final Duration AROUND = Duration.ofMinutes(15);
    private static final Duration DAY = Duration.ofDays(1);
    /** A date out of a line may be any; beyond these neither Java nor Elasticsearch can reckon with it. */
    private static final Instant EARLIEST = Instant.parse("0001-01-02T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");

    private final Store store;
    private final CaseQuestions questions;

    private CaseFile(Store store) {
        this.store = store;
        this.questions = new CaseQuestions(store.client());
    }

    /** Asks that Elasticsearch. */
    public static CaseFile of(Store store) {
        return new CaseFile(store);
    }

    /** The chain's lines among the host's others, from a quarter of an hour before to one after; at most 2,000 others. */
    public Map<String, Object> timeline(Map<String, ?> chain) throws IOException {
        return asked(() -> timeline(chain, evidence(chain)));
    }

    /** Every revision that was published, the first first. */
    public Map<String, Object> revisions(Map<String, ?> chain) throws IOException {
        return asked(() -> Map.of("revisions", questions.revisions(text(chain, "id"))));
    }

    /** Which hosts met what the chain's lines name. */
    public Map<String, Object> spread(Map<String, ?> chain) throws IOException {
        return asked(() -> Map.of(
                "artifacts",
                questions.spread(Artifacts.of(chain, evidence(chain).events()))));
    }

    /** Who was reporting, from a day before the chain to a day after it. */
    public Map<String, Object> coverage(Map<String, ?> chain) throws IOException {
        return asked(() -> questions.coverage(span(chain, DAY), text(chain, "host")));
    }

    /**
     * All of it under {@code chain}, {@code timeline}, {@code revisions}, {@code spread} and {@code coverage}; what was
     * written a moment ago included, so that asked twice it is the same.
     */
    public Map<String, Object> material(Map<String, ?> chain) throws IOException {
        return asked(() -> {
            store.refresh();
            CaseQuestions.Found evidence = evidence(chain);
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("chain", chain);
            all.put("timeline", timeline(chain, evidence));
            all.put("revisions", revisions(chain));
            all.put("spread", Map.of("artifacts", questions.spread(Artifacts.of(chain, evidence.events()))));
            all.put("coverage", coverage(chain));
            return all;
        });
    }

    private Map<String, Object> timeline(Map<String, ?> chain, CaseQuestions.Found evidence) throws IOException {
        CaseQuestions.Found others = questions.ofHost(text(chain, "host"), span(chain, AROUND));
        List<Map<String, Object>> all = new ArrayList<>(evidence.events());
        all.addAll(others.events());
        return TimelineDocument.of(chain, all, evidence.more() || others.more());
    }

    private CaseQuestions.Found evidence(Map<String, ?> chain) throws IOException {
        JsonNode document = Json.MAPPER.valueToTree(chain);
        Set<String> hashes = new LinkedHashSet<>();
        document.path("detail")
                .path("evidence")
                .forEach(e -> hashes.add(e.path("hash").asText()));
        return questions.byHash(List.copyOf(hashes));
    }

    private static Span span(Map<String, ?> chain, Duration around) {
        Instant first = instant(chain, "first", Instant.EPOCH);
        Instant last = instant(chain, "last", first);
        return new Span(first.minus(around), (last.isBefore(first) ? first : last).plus(around));
    }

    private static Instant instant(Map<String, ?> chain, String name, Instant otherwise) {
        Instant at = Instants.parse(text(chain, name)).orElse(otherwise);
        Instant late = at.isBefore(EARLIEST) ? EARLIEST : at;
        return late.isAfter(LATEST) ? LATEST : late;
    }

    private static String text(Map<String, ?> chain, String name) {
        return chain.get(name) instanceof String text ? text : "";
    }

    /** From and to, both included. */
    record Span(Instant from, Instant to) {
        Duration length() {
            return Duration.between(from, to);
        }
    }

    private interface Question<T> {
        T ask() throws IOException;
    }

    private static <T> T asked(Question<T> question) throws IOException {
        try {
            return question.ask();
        } catch (ElasticsearchException e) {
            throw new IOException("Elasticsearch did not answer: " + e.getMessage(), e);
        }
    }
}
