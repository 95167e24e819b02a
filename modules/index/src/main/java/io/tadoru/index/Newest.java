package io.tadoru.index;

import io.tadoru.store.Document;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Of several documents with one id in a batch only the newest is sent, for one bulk promises no order. */
final class Newest {
    private Newest() {}

    static List<Document> of(Collection<Document> documents) {
        Map<String, Document> newest = new LinkedHashMap<>();
        documents.forEach(d -> newest.merge(d.id(), d, (a, b) -> b.version() >= a.version() ? b : a));
        return List.copyOf(newest.values());
    }
}
