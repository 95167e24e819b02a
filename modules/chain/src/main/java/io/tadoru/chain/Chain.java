package io.tadoru.chain;

import io.tadoru.detection.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happened on a host, on {@code tadoru.chains}: a function of the set of its marks.
 *
 * @param users accounts seen, the most frequent first
 * @param status what its lines tell; see {@link #standing} for what people have decided besides
 * @param severity as told by its lines
 * @param infected bounds of the infection; both null for a chain of refused attempts
 * @param quarantinedAt when the endpoint protection first acted on a file, null when it did not
 * @param contacts what went out
 * @param evidence in order of time
 * @param evidenceBeyond how many more lines the chain has than are kept
 * @param anchors what it is, was and could be named after
 * @param caseNumber what people call it
 * @param decided by people, on it or on a chain that went into it
 */
public record Chain(
        String id,
        String definition,
        String host,
        List<String> users,
        Status status,
        Level severity,
        Instant first,
        Instant last,
        Range infected,
        @Nullable Instant quarantinedAt,
        Contacts contacts,
        List<LayerVerdict> layers,
        List<Evidence> evidence,
        int evidenceBeyond,
        Sentence sentence,
        Anchors anchors,
        String caseNumber,
        Decided decided) {

    /** The same chain, and what people have decided about it. */
    Chain with(Decided now) {
        return new Chain(
                id,
                definition,
                host,
                users,
                status,
                severity,
                first,
                last,
                infected,
                quarantinedAt,
                contacts,
                layers,
                evidence,
                evidenceBeyond,
                sentence,
                anchors,
                caseNumber,
                now);
    }

    /** As its lines alone tell it. */
    public Chain undecided() {
        return with(Decided.nothing());
    }

    /** How it stands after people's decisions. */
    public Status standing() {
        return decided.status(status);
    }

    /** The shortest time from infection to quarantine that the bounds allow. */
    public Optional<Duration> timeToQuarantineMin() {
        return spanTo(infected.notAfter());
    }

    /** The longest. */
    public Optional<Duration> timeToQuarantineMax() {
        return spanTo(infected.notBefore());
    }

    private Optional<Duration> spanTo(@Nullable Instant infectedAt) {
        return quarantinedAt == null || infectedAt == null
                ? Optional.empty()
                : Optional.of(Duration.between(infectedAt, quarantinedAt));
    }

    /** Whole attempts, lines folded into one counted singly. */
    public int lines() {
        return evidence.stream().mapToInt(Evidence::count).sum() + evidenceBeyond;
    }

    /** The form on the topic and in Elasticsearch; revision and time of knowledge are added by who publishes it. */
    public Map<String, Object> document() {
        Map<String, Object> d = new LinkedHashMap<>();
        d.put("id", id);
        d.put("case", caseNumber);
        d.put("cases", decided.cases(caseNumber));
        d.put("definition", definition);
        d.put("host", host);
        users.stream().findFirst().ifPresent(u -> d.put("user", u));
        d.put("users", users);
        d.put("status", standing().text());
        d.put("severity", decided.severity(severity).text());
        d.put("first", first.toString());
        d.put("last", last.toString());
        put(d, "infected_not_before", infected.notBefore());
        put(d, "infected_not_after", infected.notAfter());
        put(d, "quarantined_at", quarantinedAt);
        timeToQuarantineMin().ifPresent(t -> d.put("time_to_quarantine_min", t.toSeconds()));
        timeToQuarantineMax().ifPresent(t -> d.put("time_to_quarantine_max", t.toSeconds()));
        putContacts(d);
        d.putAll(decided.document());
        d.put("layers", layerDocuments());
        d.put("lines", lines());
        d.put("sentence_en", sentence.en());
        d.put("sentence_ja", sentence.ja());
        d.put(
                "rules",
                evidence.stream().map(e -> e.mark().rule().id()).distinct().toList());
        d.put("detail", detail());
        return d;
    }

    /** Seconds from the infection's bounds to the first contact; it may have been the very proof of the infection. */
    private void putContacts(Map<String, Object> d) {
        if (contacts.lines() > 0) {
            d.put("contacts", contacts.lines());
            put(d, "first_contact", contacts.first());
            seconds(infected.notAfter(), contacts.first()).ifPresent(t -> d.put("time_to_c2_min", t));
            seconds(infected.notBefore(), contacts.first()).ifPresent(t -> d.put("time_to_c2_max", t));
        }
        if (contacts.bytesOut() > 0) {
            d.put("bytes_out", contacts.bytesOut());
        }
        if (contacts.afterQuarantine() > 0) {
            d.put("after_quarantine", contacts.afterQuarantine());
        }
    }

    private static Optional<Long> seconds(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null || to.isBefore(from)
                ? Optional.empty()
                : Optional.of(Duration.between(from, to).toSeconds());
    }

    private Map<String, Object> layerDocuments() {
        Map<String, Object> all = new LinkedHashMap<>();
        for (LayerVerdict v : layers) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("verdict", v.word());
            put(one, "at", v.at());
            all.put(v.layer().text(), one);
        }
        return all;
    }

    private Map<String, Object> detail() {
        Map<String, Object> d = new LinkedHashMap<>();
        d.put("infected_not_before_by", infected.notBeforeBy());
        d.put("infected_not_after_by", infected.notAfterBy());
        d.put("evidence", evidence.stream().map(Evidence::document).toList());
        d.put("evidence_beyond", evidenceBeyond);
        List<Map<String, Object>> decisions = decided.told();
        if (!decisions.isEmpty()) {
            d.put("decisions", decisions);
        }
        return d;
    }

    private static void put(Map<String, Object> d, String name, @Nullable Instant at) {
        if (at != null) {
            d.put(name, at.toString());
        }
    }
}
