package io.tadoru.store;

import io.tadoru.event.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** What one revision of a chain said, in brief: it stays when the chain's own document is replaced by the next. */
public final class RevisionDocument {
    private RevisionDocument() {}

    /**
     * The document to be written beside the chain's, whose fields it takes as far as its own mapping knows them.
     *
     * @throws IllegalArgumentException when the chain has no {@code id} or no {@code revision}
     */
    public static Document of(Map<String, ?> chain, long version) {
        if (!(chain.get("id") instanceof String id) || !(chain.get("revision") instanceof Number revision)) {
            throw new IllegalArgumentException("a revision needs a chain and a number: " + chain.keySet());
        }
        Map<String, Object> brief = new LinkedHashMap<>();
        brief.put("chain", id);
        chain.forEach((name, value) -> {
            if (Template.REVISIONS.fields().contains(name)) {
                brief.put(name, value);
            }
        });
        String name = Document.id(id + "#" + revision.longValue());
        return new Document(IndexNames.REVISIONS, name, version, Json.bytes(brief));
    }
}
