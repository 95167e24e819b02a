package io.tadoru.correlate;

import io.tadoru.chain.Status;
import io.tadoru.event.Json;
import io.tadoru.event.Sha256;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was said last of a chain.
 *
 * @param version wall clock in milliseconds when it was said; grows with each revision
 * @param hash of the document as assembled
 * @param document as assembled, without the fields of knowledge
 */
record SaidChain(String id, long revision, long version, String hash, Map<String, Object> document) {
    static SaidChain first(String id, Map<String, Object> document, long now) {
        return new SaidChain(id, 1, now, hash(document), document);
    }

    SaidChain next(Map<String, Object> changed, long now) {
        // Never below what was said, also when the clock steps back.
        return new SaidChain(id, revision + 1, Math.max(now, version + 1), hash(changed), changed);
    }

    boolean same(Map<String, Object> other) {
        return hash.equals(hash(other));
    }

    /** The document of a chain that is no more. */
    Map<String, Object> withdrawn() {
        Map<String, Object> gone = new LinkedHashMap<>(document);
        gone.put("status", Status.WITHDRAWN.text());
        return gone;
    }

    /** What goes out. */
    Map<String, Object> published() {
        Map<String, Object> all = new LinkedHashMap<>(document);
        all.put("revision", revision);
        all.put("known_at", Instant.ofEpochMilli(version).toString());
        return all;
    }

    private static String hash(Map<String, Object> document) {
        return Sha256.hex(Json.bytes(document));
    }
}
