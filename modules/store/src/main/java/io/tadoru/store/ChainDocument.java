package io.tadoru.store;

import io.tadoru.event.Json;
import java.util.Map;

/** A chain as Elasticsearch takes it: what is searched is mapped, all else lies in {@code detail}, kept but not indexed. */
public final class ChainDocument {
    private static final Fitting FITTING = new Fitting(Template.CHAINS.fields(), "detail");

    private ChainDocument() {}

    /**
     * The document to be written.
     *
     * @throws IllegalArgumentException when the chain has no {@code id}
     */
    public static Document of(Map<String, ?> chain, long version) {
        if (!(chain.get("id") instanceof String id) || id.isEmpty()) {
            throw new IllegalArgumentException("a chain needs an id: " + chain.keySet());
        }
        return new Document(IndexNames.CHAINS, Document.id(id), version, Json.bytes(FITTING.fit(chain)));
    }
}
