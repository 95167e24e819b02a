package io.tadoru.correlate;

import io.tadoru.chain.Status;
import io.tadoru.event.Json;
import io.tadoru.event.Sha256;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was said last of a chain.
 *
 * @param revision grows with each that is said
 * @param version wall clock in milliseconds when it was said; grows with each revision
 * @param hash of the document as assembled
 * @param document as assembled, without the fields of knowledge
 * @param span of its lines, event time
 * @param newest when the last of its lines was learned, knowledge time
 * @param facts hash of what the lines alone told
 * @param broughtBy what made it be said: lines as they happened or long after, or people; one of three words
 */
record SaidChain(
        String id,
        long revision,
        long version,
        String hash,
        Map<String, Object> document,
        Span span,
        long newest,
        @Nullable String facts,
        @Nullable String broughtBy) {
    private static final String MERGED_INTO = "merged_into";

    /** Event times, both ends included. */
    record Span(Instant first, Instant last) {
        boolean holds(Instant time) {
            return !time.isBefore(first) && !time.isAfter(last);
        }
    }

    static SaidChain first(Assembled chain, long now) {
        return new SaidChain(
                chain.id(),
                1,
                now,
                hash(chain.document()),
                chain.document(),
                chain.span(),
                chain.newest(),
                chain.facts(),
                lines(chain.late()));
    }

    private static String lines(boolean late) {
        return late ? "late" : "live";
    }

    SaidChain next(Assembled chain, long now) {
        String told = chain.facts();
        String by = told.equals(facts) ? "decision" : lines(chain.late());
        return revised(chain.document(), now, chain.span(), chain.newest(), told, by);
    }

    private SaidChain revised(
            Map<String, Object> changed, long now, Span of, long learned, @Nullable String told, String by) {
        // Never below what was said, also when the clock steps back.
        return new SaidChain(
                id, revision + 1, Math.max(now, version + 1), hash(changed), changed, of, learned, told, by);
    }

    /** Nothing to say, but to be kept longer. */
    SaidChain learned(long at) {
        return new SaidChain(id, revision, version, hash, document, span, at, facts, broughtBy);
    }

    boolean same(Assembled chain) {
        return hash.equals(hash(chain.document()));
    }

    /** Taken back, or gone into another. */
    boolean isGone() {
        return isWithdrawn() || Status.MERGED.text().equals(document.get("status"));
    }

    boolean isWithdrawn() {
        return Status.WITHDRAWN.text().equals(document.get("status"));
    }

    boolean isMergedInto(String other) {
        return other.equals(document.get(MERGED_INTO));
    }

    /** The case numbers that lead to it. */
    List<String> cases() {
        return document.get("cases") instanceof List<?> cases
                ? cases.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The chain that is no more. */
    SaidChain withdrawn(long now) {
        Map<String, Object> gone = new LinkedHashMap<>(document);
        gone.put("status", Status.WITHDRAWN.text());
        gone.remove(MERGED_INTO);
        return revised(gone, now, span, newest, null, lines(true));
    }

    /** The chain whose anchor another now holds. */
    SaidChain merged(Assembled into, long now) {
        Map<String, Object> gone = new LinkedHashMap<>(document);
        gone.put("status", Status.MERGED.text());
        gone.put(MERGED_INTO, into.id());
        return revised(gone, now, span, newest, null, lines(into.late()));
    }

    /** What goes out. */
    Map<String, Object> published() {
        Map<String, Object> all = new LinkedHashMap<>(document);
        all.put("revision", revision);
        all.put("known_at", Instant.ofEpochMilli(version).toString());
        all.put("brought_by", Objects.requireNonNullElse(broughtBy, lines(false)));
        return all;
    }

    static String hash(Map<String, Object> document) {
        return Sha256.hex(Json.bytes(document));
    }
}
