package io.tadoru.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;

/** Goes through all events that a query finds, a page at a time, whatever is written meanwhile. */
final class EventSearch {
    private static final Type OBJECT = new TypeReference<Map<String, Object>>() {}.getType();
    private static final String EVENTS = "tadoru-events-*";
    private static final int PAGE = 500;

    /** What is done with a page. */
    interface Reading {
        void take(List<Hit<Map<String, Object>>> page) throws IOException, InterruptedException;
    }

    private final ElasticsearchClient client;

    EventSearch(ElasticsearchClient client) {
        this.client = client;
    }

    /** An Elasticsearch that cannot answer is for the caller as if it were away. */
    void each(Query query, Reading reading) throws IOException, InterruptedException {
        try {
            client.indices().refresh(r -> r.index(EVENTS).allowNoIndices(true));
            String pit = client.openPointInTime(p -> p.index(EVENTS)
                            .ignoreUnavailable(true)
                            .allowPartialSearchResults(false)
                            .keepAlive(t -> t.time("2m")))
                    .id();
            pages(query, pit, reading);
            client.closePointInTime(p -> p.id(pit));
        } catch (ElasticsearchException e) {
            throw new IOException("events could not be searched: " + e.getMessage(), e);
        }
    }

    private void pages(Query query, String pit, Reading reading) throws IOException, InterruptedException {
        List<Hit<Map<String, Object>>> page = page(query, pit, List.of());
        while (!page.isEmpty()) {
            reading.take(page);
            page = page.size() < PAGE
                    ? List.of()
                    : page(query, pit, page.getLast().sort());
        }
    }

    private List<Hit<Map<String, Object>>> page(Query query, String pit, List<FieldValue> after) throws IOException {
        SearchRequest request = SearchRequest.of(s -> {
            s.pit(p -> p.id(pit).keepAlive(t -> t.time("2m")))
                    .query(query)
                    .version(true)
                    .size(PAGE);
            s.sort(o -> o.field(f -> f.field("_shard_doc").order(SortOrder.Asc)));
            return after.isEmpty() ? s : s.searchAfter(after);
        });
        return client.<Map<String, Object>>search(request, OBJECT).hits().hits();
    }
}
