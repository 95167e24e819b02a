package io.tadoru.normalize;

import io.tadoru.detection.KeyedHit;
import io.tadoru.detection.Marks;
import io.tadoru.event.Event;
import io.tadoru.event.Observation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that is said of one event.
 *
 * @param json the event as it goes out
 * @param marks empty when there is nothing suspicious about it, nor ever was
 * @param hits what it tells correlations
 * @param heard the correlations that it might have denied
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Said(
        Event event,
        byte[] json,
        List<Observation> observations,
        Optional<Marks> marks,
        List<KeyedHit> hits,
        List<String> heard) {
    /** The same, and these hits besides. */
    Said with(List<KeyedHit> more) {
        return more.isEmpty()
                ? this
                : new Said(
                        event,
                        json,
                        observations,
                        marks,
                        Stream.concat(hits.stream(), more.stream()).toList(),
                        heard);
    }
}
