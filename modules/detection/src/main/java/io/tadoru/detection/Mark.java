package io.tadoru.detection;

import io.tadoru.event.Layer;
import io.tadoru.event.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event that plays a {@link Stage}: what the chain of a host is made of. It carries all that assembly and the reader of
 * a chain need, so that nothing has to be looked up.
 *
 * @param time event time; marks are ordered by it, then by sequence, then by hash
 * @param start when what it tells began (a firewall writes at the end of a session); {@code time} where unknown
 * @param sequence {@code event.sequence}, or 0
 * @param source the configured source; its clock is the one that {@code time} was read from
 * @param clock whose clock that was: the host's name for EPP, else the observer's or the source's
 * @param verdict null when the event has none
 * @param summary what happened in few words, from the event's fields
 * @param users accounts and mailboxes' local parts that the event names, in normal form
 * @param bytesOut bytes that left the office in this session, or -1 when not told
 * @param original the line as it came, shortened to {@value #ORIGINAL_CHARS} characters
 * @param restsOn of a correlation: the hashes of its events, the first {@value #MOST_EVENTS}; else empty
 */
public record Mark(
        String eventId,
        String eventHash,
        Instant time,
        Instant start,
        long sequence,
        String source,
        String connector,
        String clock,
        Layer layer,
        @Nullable Verdict verdict,
        Stage stage,
        RuleRef rule,
        List<Artifact> artifacts,
        String summary,
        List<String> users,
        long bytesOut,
        String original,
        List<String> restsOn) {

    /** How much of a line a mark keeps, in characters. */
    public static final int ORIGINAL_CHARS = 2000;

    /** Of how many events a correlation's mark keeps the hashes. */
    public static final int MOST_EVENTS = 100;

    public Mark {
        artifacts = List.copyOf(artifacts);
        users = List.copyOf(users);
        restsOn = List.copyOf(restsOn);
    }

    /** Whether nothing but writing in our people's names makes an event suspicious. */
    public static boolean onlyInOurNames(List<Mark> marks) {
        return !marks.isEmpty() && marks.stream().allMatch(m -> m.stage() == Stage.IMPERSONATION);
    }

    /** The verdict, where the event has one. */
    public Optional<Verdict> decided() {
        return Optional.ofNullable(verdict);
    }

    /** The same, told in other words. */
    Mark withSummary(String words) {
        return new Mark(
                eventId, eventHash, time, start, sequence, source, connector, clock, layer, verdict, stage, rule,
                artifacts, words, users, bytesOut, original, restsOn);
    }
}
