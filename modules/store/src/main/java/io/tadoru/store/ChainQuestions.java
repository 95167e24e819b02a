package io.tadoru.store;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The searches for chains behind the API and the page: every filter a typed query, never glued text. */
public final class ChainQuestions {
    private static final Type OBJECT = new TypeReference<Map<String, Object>>() {}.getType();
    private static final int SHARING = 10;

    /** Answers that are only given to who asks for them. */
    private static final List<String> ASIDE = List.of("merged", "withdrawn");

    /** Where a page of the list ended: the last line's time as Elasticsearch sorts it, and the id. */
    public record Position(long last, String id) {}

    /**
     * Which chains.
     *
     * @param since chains with a line at or after it
     * @param until chains with a line before it
     * @param statuses empty for all but merged and withdrawn ones
     * @param severities empty for all
     * @param hidden whether those too whose every line is allowed
     */
    public record Wanted(
            Optional<Instant> since,
            Optional<Instant> until,
            Optional<String> host,
            Optional<String> user,
            List<String> statuses,
            List<String> severities,
            boolean hidden,
            int limit,
            Optional<Position> after) {
        /** Copies. */
        public Wanted {
            statuses = List.copyOf(statuses);
            severities = List.copyOf(severities);
        }
    }

    /**
     * A page of the list.
     *
     * @param chains without detail, the newest last line first
     * @param next where the next page begins, if there is one
     * @param hidden how many more the same question would find among the hidden ones
     */
    public record Page(List<Map<String, Object>> chains, Optional<Position> next, long hidden) {
        /** Copies. */
        public Page {
            chains = List.copyOf(chains);
        }
    }

    private final ElasticsearchClient client;

    /** Within an open store. */
    public ChainQuestions(Store store) {
        this.client = store.client();
    }

    /** One page. */
    public Page list(Wanted wanted) throws IOException {
        List<Hit<Map<String, Object>>> hits = search(page(wanted)).hits().hits();
        List<Hit<Map<String, Object>>> shown = hits.subList(0, Math.min(hits.size(), wanted.limit()));
        Optional<Position> next =
                hits.size() > shown.size() ? Optional.of(position(shown.getLast())) : Optional.empty();
        return new Page(sources(shown), next, hidden(wanted));
    }

    private static SearchRequest page(Wanted wanted) {
        return SearchRequest.of(s -> {
            s.index(IndexNames.CHAINS).ignoreUnavailable(true).allowPartialSearchResults(false);
            s.size(wanted.limit() + 1).source(c -> c.filter(f -> f.excludes("detail")));
            s.query(wanted.hidden() ? filters(wanted) : without(HIDDEN, filters(wanted)));
            s.sort(newest("last"), byId());
            return wanted.after()
                    .map(a -> s.searchAfter(FieldValue.of(a.last()), FieldValue.of(a.id())))
                    .orElse(s);
        });
    }

    private static final Query HIDDEN =
            Query.of(q -> q.term(t -> t.field("hidden").value(true)));

    private static Query without(Query these, Query all) {
        return Query.of(q -> q.bool(b -> b.filter(all).mustNot(these)));
    }

    private long hidden(Wanted wanted) throws IOException {
        Query both = Query.of(q -> q.bool(b -> b.filter(filters(wanted), HIDDEN)));
        SearchRequest request = SearchRequest.of(s -> s.index(IndexNames.CHAINS)
                .ignoreUnavailable(true)
                .allowPartialSearchResults(false)
                .size(0)
                .trackTotalHits(t -> t.enabled(true))
                .query(both));
        var total = search(request).hits().total();
        return total == null ? 0 : total.value();
    }

    private static Query filters(Wanted wanted) {
        List<Query> all = new ArrayList<>();
        wanted.since().ifPresent(t -> all.add(since("last", t)));
        wanted.until().ifPresent(t -> all.add(before("first", t)));
        wanted.host().ifPresent(h -> all.add(term("host", h)));
        wanted.user().ifPresent(u -> all.add(term("users", u)));
        if (!wanted.severities().isEmpty()) {
            all.add(oneOf("severity", wanted.severities()));
        }
        Query kept = Query.of(q -> q.bool(b -> b.filter(all)));
        return wanted.statuses().isEmpty()
                ? without(oneOf("status", ASIDE), kept)
                : Query.of(q -> q.bool(b -> b.filter(kept, oneOf("status", wanted.statuses()))));
    }

    /** The document of that id as it is now. */
    public Optional<Map<String, Object>> byId(String id) throws IOException {
        try {
            return Optional.ofNullable(client.<Map<String, Object>>get(
                            g -> g.index(IndexNames.CHAINS).id(id), OBJECT)
                    .source());
        } catch (ElasticsearchException e) {
            if (e.status() == 404) {
                return Optional.empty();
            }
            throw failed(e);
        }
    }

    /** Ids of the chains that this case number leads to, redirecting ones included. */
    public List<String> idsByCase(String caseNumber) throws IOException {
        return ids(Query.of(q -> q.bool(b ->
                b.should(term("case", caseNumber), term("cases", caseNumber)).minimumShouldMatch("1"))));
    }

    /** Ids of at most ten chains whose id begins so. */
    public List<String> idsByPrefix(String prefix) throws IOException {
        return ids(Query.of(q -> q.prefix(p -> p.field("id").value(prefix))));
    }

    private List<String> ids(Query query) throws IOException {
        SearchRequest request = SearchRequest.of(s -> s.index(IndexNames.CHAINS)
                .ignoreUnavailable(true)
                .allowPartialSearchResults(false)
                .size(SHARING)
                .source(c -> c.filter(f -> f.includes("id")))
                .sort(byId())
                .query(query));
        return sources(search(request).hits().hits()).stream()
                .map(d -> String.valueOf(d.get("id")))
                .toList();
    }

    private SearchResponse<Map<String, Object>> search(SearchRequest request) throws IOException {
        try {
            return client.search(request, OBJECT);
        } catch (ElasticsearchException e) {
            throw failed(e);
        }
    }

    private static List<Map<String, Object>> sources(List<Hit<Map<String, Object>>> hits) {
        return hits.stream().map(hit -> Objects.requireNonNull(hit.source())).toList();
    }

    private static Position position(Hit<Map<String, Object>> hit) {
        return new Position(hit.sort().getFirst().longValue(), hit.sort().get(1).stringValue());
    }

    private static SortOptions newest(String field) {
        return SortOptions.of(o -> o.field(f -> f.field(field).order(SortOrder.Desc)));
    }

    private static SortOptions byId() {
        return SortOptions.of(o -> o.field(f -> f.field("id")));
    }

    private static Query term(String field, String value) {
        return Query.of(q -> q.term(t -> t.field(field).value(value)));
    }

    private static Query oneOf(String field, List<String> values) {
        List<FieldValue> all = values.stream().map(FieldValue::of).toList();
        return Query.of(q -> q.terms(t -> t.field(field).terms(v -> v.value(all))));
    }

    private static Query since(String field, Instant time) {
        return Query.of(q -> q.range(r -> r.date(d -> d.field(field).gte(time.toString()))));
    }

    private static Query before(String field, Instant time) {
        return Query.of(q -> q.range(r -> r.date(d -> d.field(field).lt(time.toString()))));
    }

    private static IOException failed(ElasticsearchException e) {
        return new IOException("Elasticsearch did not answer: " + e.getMessage(), e);
    }
}
