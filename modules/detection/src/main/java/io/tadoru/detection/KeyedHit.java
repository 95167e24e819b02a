package io.tadoru.detection;

import io.tadoru.detection.sequence.Hit;
import io.tadoru.detection.sequence.Ordinal;
import io.tadoru.event.Event;
import io.tadoru.event.Fields;
import io.tadoru.event.Party;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to where a correlation's events of one key meet, with what a mark of their result will need.
 *
 * @param correlation its id
 * @param key the values of its group, in lower case
 * @param sequence {@code event.sequence}; null without
 * @param stages a bit for each stage that the event fills
 * @param until whether it ends what is pending
 * @param value what is counted or summed; null without
 * @param withdrawn it was said before, and is no more
 * @param mark as the rule would mark the event by itself
 * @param parties whose event it is
 * @param partiesBeyond how many more there were than are kept
 */
public record KeyedHit(
        String correlation,
        List<String> key,
        Instant time,
        @Nullable Long sequence,
        String eventId,
        long stages,
        boolean until,
        @Nullable String value,
        boolean withdrawn,
        Mark mark,
        List<Party> parties,
        int partiesBeyond) {
    public KeyedHit {
        key = List.copyOf(key);
        parties = List.copyOf(parties);
    }

    static KeyedHit of(
            String correlation,
            List<String> key,
            Event event,
            long stages,
            boolean until,
            @Nullable String value,
            Mark mark) {
        OptionalLong sequence = event.number(Fields.EVENT_SEQUENCE);
        return new KeyedHit(
                correlation,
                key,
                event.time(),
                sequence.isPresent() ? sequence.getAsLong() : null,
                event.id(),
                stages,
                until,
                value,
                false,
                mark,
                List.of(),
                0);
    }

    /** With those whose event it is. */
    public KeyedHit of(List<Party> whose, int beyond) {
        return new KeyedHit(
                correlation, key, time, sequence, eventId, stages, until, value, withdrawn, mark, whose, beyond);
    }

    /** The same, taken back. */
    public KeyedHit withdraw() {
        return new KeyedHit(
                correlation, key, time, sequence, eventId, stages, until, value, true, mark, parties, partiesBeyond);
    }

    /** As the engine sees it: equal lines of one time are told apart by their ids, which decide nothing else. */
    public Hit hit() {
        OptionalLong tie = sequence == null ? OptionalLong.empty() : OptionalLong.of(sequence);
        return new Hit(new Ordinal(time, tie, mark.eventHash() + "|" + eventId), stages, until, value);
    }
}
