package io.tadoru.store;

import static java.util.Objects.requireNonNull;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.mapping.FieldType;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.core.type.TypeReference;
import io.tadoru.event.Fields;
import io.tadoru.store.Artifacts.Artifact;
import io.tadoru.store.CaseFile.Span;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The searches behind {@link CaseFile}: typed, bounded, and refused where a part of the index cannot answer. */
final class CaseQuestions {
    static final String REVISIONS = "tadoru-revisions";
    static final int MOST_OTHERS = 2_000;
    private static final Type OBJECT = new TypeReference<Map<String, Object>>() {}.getType();
    private static final int HASHES = 500;
    private static final int COPIES = 5_000;
    private static final int MOST_REVISIONS = 5_000;
    private static final int MOST_HOSTS = 50;
    private static final String HOSTS = "hosts";
    private static final String TOTAL = "total";
    private static final String NOBODY = "nobody";

    private final ElasticsearchClient client;

    CaseQuestions(ElasticsearchClient client) {
        this.client = client;
    }

    /**
     * Events in order of time.
     *
     * @param more there were more than are given
     */
    record Found(List<Map<String, Object>> events, boolean more) {}

    Found byHash(List<String> hashes) throws IOException {
        List<Map<String, Object>> all = new ArrayList<>();
        boolean more = false;
        for (int from = 0; from < hashes.size(); from += HASHES) {
            List<FieldValue> some = hashes.subList(from, Math.min(hashes.size(), from + HASHES)).stream()
                    .map(FieldValue::of)
                    .toList();
            Found found =
                    events(Query.of(q -> q.terms(t -> t.field(Fields.EVENT_HASH).terms(v -> v.value(some)))), COPIES);
            all.addAll(found.events());
            more |= found.more();
        }
        return new Found(all, more);
    }

    Found ofHost(String host, Span span) throws IOException {
        return events(Query.of(q -> q.bool(b -> b.filter(within(span)).filter(is(Fields.HOST_ID, host)))), MOST_OTHERS);
    }

    private Found events(Query query, int most) throws IOException {
        return found(
                SearchRequest.of(s -> s.index(IndexNames.ALL_EVENTS)
                        .ignoreUnavailable(true)
                        .allowNoIndices(true)
                        .allowPartialSearchResults(false)
                        .query(query)
                        .sort(o -> o.field(f ->
                                f.field(Fields.TIMESTAMP).order(SortOrder.Asc).unmappedType(FieldType.Date)))
                        .sort(o -> o.field(f ->
                                f.field(Fields.EVENT_ID).order(SortOrder.Asc).unmappedType(FieldType.Keyword)))
                        .size(most + 1)),
                most);
    }

    List<Map<String, Object>> revisions(String chain) throws IOException {
        return found(
                        SearchRequest.of(s -> s.index(REVISIONS)
                                .ignoreUnavailable(true)
                                .allowNoIndices(true)
                                .allowPartialSearchResults(false)
                                .query(is("chain", chain))
                                .sort(o -> o.field(f ->
                                        f.field("revision").order(SortOrder.Asc).unmappedType(FieldType.Long)))
                                .size(MOST_REVISIONS + 1)),
                        MOST_REVISIONS)
                .events();
    }

    private Found found(SearchRequest request, int most) throws IOException {
        List<Hit<Map<String, Object>>> hits =
                client.<Map<String, Object>>search(request, OBJECT).hits().hits();
        List<Map<String, Object>> all = hits.stream()
                .limit(most)
                .map(hit -> requireNonNull(hit.source()))
                .toList();
        return new Found(all, hits.size() > most);
    }

    /** For each thing, which hosts' lines name it. */
    List<Map<String, Object>> spread(List<Artifact> artifacts) throws IOException {
        if (artifacts.isEmpty()) {
            return List.of();
        }
        Map<String, Aggregation> asked = new LinkedHashMap<>();
        for (int i = 0; i < artifacts.size(); i++) {
            asked.put("a" + i, hosts(artifacts.get(i)));
        }
        Map<String, Aggregate> answers = aggregate(Query.of(q -> q.matchAll(m -> m)), asked);
        List<Map<String, Object>> all = new ArrayList<>();
        for (int i = 0; i < artifacts.size(); i++) {
            all.add(told(artifacts.get(i), requireNonNull(answers.get("a" + i))));
        }
        return all;
    }

    private static Aggregation hosts(Artifact artifact) {
        return Aggregation.of(a -> a.filter(is(artifact))
                .aggregations(
                        HOSTS,
                        h -> h.terms(t -> t.field(Fields.HOST_ID).size(MOST_HOSTS))
                                .aggregations(Answers.ENDS))
                .aggregations(
                        TOTAL, t -> t.cardinality(c -> c.field(Fields.HOST_ID).precisionThreshold(10_000)))
                .aggregations(NOBODY, n -> n.missing(m -> m.field(Fields.HOST_ID))));
    }

    /** A file is the same whether it hangs on a mail or lies on a disk, and Windows does not tell case. */
    private static Query is(Artifact artifact) {
        boolean file =
                artifact.field().equals(Fields.FILE_NAME) || artifact.field().equals(Fields.EMAIL_ATTACHMENT_NAME);
        if (!file) {
            return is(artifact.field(), artifact.value());
        }
        return Query.of(q -> q.bool(b -> b.should(anyCase(Fields.FILE_NAME, artifact.value()))
                .should(anyCase(Fields.EMAIL_ATTACHMENT_NAME, artifact.value()))
                .minimumShouldMatch("1")));
    }

    private static Map<String, Object> told(Artifact artifact, Aggregate answer) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("type", artifact.field());
        told.put("value", artifact.value());
        told.put("malicious", artifact.malicious());
        Map<String, Aggregate> parts = answer.filter().aggregations();
        told.put("hosts", Answers.buckets(parts.get(HOSTS), "host"));
        told.put("hosts_total", requireNonNull(parts.get(TOTAL)).cardinality().value());
        told.put("unattributed", requireNonNull(parts.get(NOBODY)).missing().docCount());
        return told;
    }

    Map<String, Object> coverage(Span span, String host) throws IOException {
        return Coverage.of(span, aggregate(within(span), Coverage.asked(span, is(Fields.HOST_ID, host))));
    }

    private Map<String, Aggregate> aggregate(Query query, Map<String, Aggregation> asked) throws IOException {
        SearchResponse<Void> response = client.search(
                SearchRequest.of(s -> s.index(IndexNames.ALL_EVENTS)
                        .ignoreUnavailable(true)
                        .allowNoIndices(true)
                        .allowPartialSearchResults(false)
                        .size(0)
                        .query(query)
                        .aggregations(asked)),
                Void.class);
        return response.aggregations();
    }

    private static Query within(Span span) {
        return Query.of(q -> q.range(r -> r.date(d -> d.field(Fields.TIMESTAMP)
                .format("epoch_millis")
                .gte(String.valueOf(span.from().toEpochMilli()))
                .lte(String.valueOf(span.to().toEpochMilli())))));
    }

    private static Query is(String field, String value) {
        return Query.of(q -> q.term(t -> t.field(field).value(value)));
    }

    private static Query anyCase(String field, String value) {
        return Query.of(q -> q.term(t -> t.field(field).value(value).caseInsensitive(true)));
    }
}
