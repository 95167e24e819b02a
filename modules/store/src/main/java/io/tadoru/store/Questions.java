package io.tadoru.store;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.CountResponse;
import co.elastic.clients.elasticsearch.core.MgetRequest;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The searches behind {@link Store}. An index that does not exist yet holds nothing; one that is there and cannot answer yet
 * is an error, for half an answer would pass for the whole.
 */
final class Questions {
    private static final Type OBJECT = new TypeReference<Map<String, Object>>() {}.getType();
    private static final int PAGE = 1000;

    private final ElasticsearchClient client;

    Questions(ElasticsearchClient client) {
        this.client = client;
    }

    long count(String index) throws IOException {
        CountResponse counted = client.count(c -> c.index(index).allowNoIndices(true));
        if (counted.shards().failures().isEmpty()) {
            return counted.count();
        }
        throw new IOException("not all of " + index + " can be counted yet");
    }

    Map<String, Long> terms(String index, String field) throws IOException {
        SearchRequest request = SearchRequest.of(s -> s.index(index)
                .allowNoIndices(true)
                .allowPartialSearchResults(false)
                .size(0)
                .aggregations("by", a -> a.terms(t -> t.field(field).size(100))));
        Map<String, Long> counts = new TreeMap<>();
        var by = client.search(request, Void.class).aggregations().get("by");
        if (by != null && by.isSterms()) {
            by.sterms().buckets().array().forEach(b -> counts.put(b.key().stringValue(), b.docCount()));
        }
        return counts;
    }

    Optional<Map<String, Object>> get(String index, String id) throws IOException {
        return byId(index, List.of(id)).stream().findFirst();
    }

    List<Map<String, Object>> chains() throws IOException {
        List<Map<String, Object>> all = new ArrayList<>();
        List<FieldValue> after = List.of();
        while (true) {
            List<Hit<Map<String, Object>>> page = chains(after);
            page.forEach(hit -> all.add(Objects.requireNonNull(hit.source())));
            if (page.size() < PAGE) {
                return all;
            }
            after = page.getLast().sort();
        }
    }

    private List<Hit<Map<String, Object>>> chains(List<FieldValue> after) throws IOException {
        return hits(SearchRequest.of(s -> {
            s.index(IndexNames.CHAINS)
                    .ignoreUnavailable(true)
                    .allowPartialSearchResults(false)
                    .size(PAGE);
            s.sort(o -> o.field(f -> f.field("id")));
            return after.isEmpty() ? s : s.searchAfter(after);
        }));
    }

    List<Map<String, Object>> byId(String index, Collection<String> ids) throws IOException {
        return find(index, ids, true).stream()
                .map(hit -> Objects.requireNonNull(hit.source()))
                .toList();
    }

    List<Copy> copies(String index, Collection<String> ids) throws IOException {
        return find(index, ids, false).stream()
                .map(hit -> new Copy(
                        hit.index(), Objects.requireNonNull(hit.id()), Objects.requireNonNullElse(hit.version(), 0L)))
                .toList();
    }

    /** By get, not by search: sees also what no refresh has made visible. */
    List<Copy> copiesIn(String index, Collection<String> ids) throws IOException {
        MgetRequest request =
                MgetRequest.of(m -> m.index(index).ids(List.copyOf(ids)).source(s -> s.fetch(false)));
        return client.mget(request, Void.class).docs().stream()
                .filter(item -> item.isResult() && item.result().found())
                .map(item -> item.result())
                .map(found -> new Copy(index, found.id(), Objects.requireNonNullElse(found.version(), 0L)))
                .toList();
    }

    private List<Hit<Map<String, Object>>> find(String index, Collection<String> ids, boolean source)
            throws IOException {
        List<Hit<Map<String, Object>>> found = new ArrayList<>();
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += PAGE) {
            List<String> some = all.subList(from, Math.min(all.size(), from + PAGE));
            found.addAll(hits(SearchRequest.of(s -> s.index(index)
                    .ignoreUnavailable(true)
                    .allowNoIndices(true)
                    .allowPartialSearchResults(false)
                    .query(Query.of(q -> q.ids(i -> i.values(some))))
                    .source(c -> c.fetch(source))
                    .version(true)
                    .size(10 * PAGE)))); // one id may stand in several indices
        }
        return found;
    }

    private List<Hit<Map<String, Object>>> hits(SearchRequest request) throws IOException {
        return client.<Map<String, Object>>search(request, OBJECT).hits().hits();
    }
}
