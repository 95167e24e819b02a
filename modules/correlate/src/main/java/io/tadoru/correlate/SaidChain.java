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
 * @param revision grows with each that is said
 * @param version wall clock in milliseconds when it was said; grows with each revision
 * @param hash of the document as assembled
 * @param document as assembled, without the fields of knowledge
 * @param span of its lines, event time
 * @param newest when the last of its lines was learned, knowledge time
 */
record SaidChain(
        String id, long revision, long version, String hash, Map<String, Object> document, Span span, long newest) {
    /** Event times, both ends included. */
    record Span(Instant first, Instant last) {
        boolean holds(Instant time) {
            return !time.isBefore(first) && !time.isAfter(last);
        }
    }

    static SaidChain first(Assembled chain, long now) {
        return new SaidChain(
                chain.id(), 1, now, hash(chain.document()), chain.document(), chain.span(), chain.newest());
    }

    SaidChain next(Assembled chain, long now) {
        return revised(chain.document(), now, chain.span(), chain.newest());
    }

    private SaidChain revised(Map<String, Object> changed, long now, Span of, long learned) {
        // Never below what was said, also when the clock steps back.
        return new SaidChain(id, revision + 1, Math.max(now, version + 1), hash(changed), changed, of, learned);
    }

    /** Nothing to say, but to be kept longer. */
    SaidChain learned(long at) {
        return new SaidChain(id, revision, version, hash, document, span, at);
    }

    boolean same(Assembled chain) {
        return hash.equals(hash(chain.document()));
    }

    boolean isWithdrawn() {
        return Status.WITHDRAWN.text().equals(document.get("status"));
    }

    /** The chain that is no more. */
    SaidChain withdrawn(long now) {
        Map<String, Object> gone = new LinkedHashMap<>(document);
        gone.put("status", Status.WITHDRAWN.text());
        return revised(gone, now, span, newest);
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
