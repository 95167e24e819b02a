package io.tadoru.store;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import io.tadoru.event.Json;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;

/** Elasticsearch as the steps see it: set up once, written through {@link BulkWriter}, asked few things. */
public final class Store implements AutoCloseable {
    private final Rest5Client low;
    private final Rest5ClientTransport transport;
    private final ElasticsearchClient client;
    private final Questions questions;

    private Store(Rest5Client low) {
        this.low = low;
        this.transport = new Rest5ClientTransport(low, new JacksonJsonpMapper(Json.MAPPER.copy()));
        this.client = new ElasticsearchClient(transport);
        this.questions = new Questions(client);
    }

    /** Opens no connection yet: Elasticsearch may come later. */
    public static Store connect(String url) {
        return new Store(Rest5Client.builder(URI.create(url)).build());
    }

    /** As a user, where Elasticsearch asks for one. */
    public static Store connect(String url, Login login) {
        Header[] headers = {new BasicHeader("Authorization", login.authorization())};
        return new Store(
                Rest5Client.builder(URI.create(url)).setDefaultHeaders(headers).build());
    }

    /** Puts the index templates, and what is new in them into indices that an earlier version made; again is harmless. */
    public void setup() throws IOException {
        for (Template template : Template.ALL) {
            client.indices().putIndexTemplate(t -> t.name(template.id()).withJson(new StringReader(template.json())));
            client.indices()
                    .putMapping(m -> m.index(template.id() + "*")
                            .allowNoIndices(true)
                            .withJson(new StringReader(template.mappings())));
        }
    }

    /** Writes from one thread; take one for each. */
    public BulkWriter writer() {
        return new BulkWriter(low);
    }

    /** The typed client, for questions that only one step asks. */
    public ElasticsearchClient client() {
        return client;
    }

    /** Makes what was written visible to searches. */
    public void refresh() throws IOException {
        client.indices().refresh(r -> r.index("tadoru-*").allowNoIndices(true));
    }

    public long countEvents() throws IOException {
        return questions.count(IndexNames.ALL_EVENTS);
    }

    /** How many, by outcome: {@code rejected}, {@code dropped}. */
    public Map<String, Long> countRejects() throws IOException {
        return questions.terms(IndexNames.ALL_REJECTS, RejectDocument.OUTCOME);
    }

    /** All chain documents as they are now, withdrawn and merged ones included, by id. */
    public List<Map<String, Object>> chains() throws IOException {
        return questions.chains();
    }

    /** The chain of that id. */
    public Optional<Map<String, Object>> chain(String id) throws IOException {
        return questions.get(IndexNames.CHAINS, id);
    }

    /** The events of these ids, in no order; what is not there is not in the answer. */
    public List<Map<String, Object>> events(Collection<String> ids) throws IOException {
        return questions.byId(IndexNames.ALL_EVENTS, ids);
    }

    /** Where events of these ids stand now, in whatever index. */
    public List<Copy> copies(Collection<String> ids) throws IOException {
        return asked(() -> {
            client.indices().refresh(r -> r.index(IndexNames.ALL_EVENTS).allowNoIndices(true));
            return questions.copies(IndexNames.ALL_EVENTS, ids);
        });
    }

    /** Which events of these ids stand among those of no ordinary day; cheap, unlike {@link #copies}. */
    public List<Copy> elsewhen(Collection<String> ids) throws IOException {
        return asked(() -> questions.copiesIn(IndexNames.EVENTS_ELSEWHEN, ids));
    }

    private interface Question<T> {
        T ask() throws IOException;
    }

    /** An Elasticsearch that cannot answer is for the caller as if it were away. */
    private static <T> T asked(Question<T> question) throws IOException {
        try {
            return question.ask();
        } catch (ElasticsearchException e) {
            throw new IOException("Elasticsearch did not answer: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
