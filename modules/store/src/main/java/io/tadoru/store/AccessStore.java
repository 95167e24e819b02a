package io.tadoru.store;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.OpType;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.mapping.FieldType;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Who may ask {@code serve}: what is kept of each token, never the token itself. Looked up by id, so what is written holds at once. */
public final class AccessStore {
    static final String INDEX = "tadoru-access";
    private static final int MOST = 1000;

    /**
     * What is kept of a token.
     *
     * @param id the token's middle part
     * @param hash SHA-256 of the whole token, hex
     * @param name whose it is; what decisions are signed with
     * @param role a word that {@code serve} knows
     */
    public record Access(
            String id, String hash, String name, String role, Instant created, Instant expires, boolean revoked) {}

    private record Revoked(boolean revoked) {}

    private final ElasticsearchClient client;

    /** Within an open store. */
    public AccessStore(Store store) {
        this.client = store.client();
    }

    /** By get, not by search: a token that was revoked a moment ago is seen as revoked. */
    public Optional<Access> find(String id) throws IOException {
        try {
            return Optional.ofNullable(
                    client.get(g -> g.index(INDEX).id(id), Access.class).source());
        } catch (ElasticsearchException e) {
            if (e.status() == 404) {
                return Optional.empty(); // nor need there be an index yet
            }
            throw failed(e);
        }
    }

    /** Keeps a new one; never one in the place of another. */
    public void add(Access access) throws IOException {
        try {
            client.index(i -> i.index(INDEX)
                    .id(access.id())
                    .opType(OpType.Create)
                    .refresh(Refresh.WaitFor)
                    .document(access));
        } catch (ElasticsearchException e) {
            throw failed(e);
        }
    }

    /** Ends it at once; false when there is none of that id. */
    public boolean revoke(String id) throws IOException {
        try {
            client.update(u -> u.index(INDEX).id(id).refresh(Refresh.WaitFor).doc(new Revoked(true)), Access.class);
            return true;
        } catch (ElasticsearchException e) {
            if (e.status() == 404) {
                return false;
            }
            throw failed(e);
        }
    }

    /** The newest thousand, newest first. */
    public List<Access> all() throws IOException {
        SearchRequest request = SearchRequest.of(s -> s.index(INDEX)
                .ignoreUnavailable(true)
                .allowPartialSearchResults(false)
                .size(MOST)
                .sort(o -> o.field(f -> f.field("created").order(SortOrder.Desc).unmappedType(FieldType.Date))));
        try {
            return client.search(request, Access.class).hits().hits().stream()
                    .map(Hit::source)
                    .filter(Objects::nonNull)
                    .toList();
        } catch (ElasticsearchException e) {
            throw failed(e);
        }
    }

    private static IOException failed(ElasticsearchException e) {
        return new IOException("Elasticsearch did not answer: " + e.getMessage(), e);
    }
}
