package io.tadoru.normalize;

import io.tadoru.detection.KeyedHit;
import io.tadoru.detection.Marks;
import io.tadoru.event.Event;
import io.tadoru.event.Observation;
import java.util.List;
import java.util.Optional;

/**
 * All that is said of one event.
 *
 * @param json the event as it goes out
 * @param marks empty when there is nothing suspicious about it, nor ever was
 * @param hits what it tells correlations
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Said(Event event, byte[] json, List<Observation> observations, Optional<Marks> marks, List<KeyedHit> hits) {}
