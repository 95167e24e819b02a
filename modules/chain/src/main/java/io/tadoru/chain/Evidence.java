package io.tadoru.chain;

import io.tadoru.detection.Mark;
import io.tadoru.event.Verdict;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a chain: what it says, and why it is in here.
 *
 * @param last the latest of equal lines folded into this one
 * @param count how many equal lines this one stands for
 * @param folded hashes of those other lines, the first {@value #MOST_FOLDED}
 * @param grade null for the anchor, which needs no reason
 * @param reason why it was joined, for people
 * @param joinedTo hash of the line it was joined to, empty for the anchor
 * @param tied more than time ties it, through others of its layer if need be, to a line of another layer: two lines of one
 *     mail tie nothing to what ran
 */
public record Evidence(
        Mark mark,
        Instant last,
        int count,
        List<String> folded,
        @Nullable Grade grade,
        String reason,
        String joinedTo,
        boolean tied) {

    /** Of how many folded lines the hashes are kept. */
    public static final int MOST_FOLDED = 30;

    public Evidence {
        folded = List.copyOf(folded);
    }

    /** The form in a chain's document; knowledge fields and ids of one installation are left out. */
    Map<String, Object> document() {
        Map<String, Object> d = new LinkedHashMap<>();
        d.put("at", mark.time().toString());
        d.put("last", last.toString());
        d.put("count", count);
        d.put("layer", mark.layer().text());
        mark.decided().map(Verdict::text).ifPresent(v -> d.put("verdict", v));
        d.put("stage", mark.stage().text());
        d.put("rule", mark.rule().title());
        d.put("rule_id", mark.rule().id());
        d.put("rule_version", mark.rule().version());
        d.put("source", mark.source());
        d.put("connector", mark.connector());
        d.put("clock", mark.clock());
        d.put("summary", mark.summary());
        d.put("grade", grade == null ? "anchor" : grade.text());
        d.put("reason", reason);
        d.put("joined_to", joinedTo);
        d.put("hash", mark.eventHash());
        d.put("original", mark.original());
        if (!folded.isEmpty()) {
            d.put("folded", folded);
        }
        if (!mark.restsOn().isEmpty()) {
            d.put("rests_on", mark.restsOn());
        }
        return d;
    }
}
