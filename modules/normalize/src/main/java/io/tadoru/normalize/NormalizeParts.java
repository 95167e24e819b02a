package io.tadoru.normalize;

import io.tadoru.event.RawRecord;
import io.tadoru.identity.Office;
import java.time.Clock;
import java.util.function.Function;

/**
 * What {@link NormalizeTopology} is made of; all of it pure but the clock, and free to change what it does while it runs.
 *
 * @param reader finds the connector and settings of a record's source and reads it
 * @param examiner the rules in force
 * @param office whose events are ours
 * @param rawTopicId the unique id of {@code tadoru.raw}, so that a topic made anew does not repeat event ids
 * @param clock wall clock, for the version of what is said
 */
public record NormalizeParts(
        Function<RawRecord, Reading> reader, Examiner examiner, Office office, String rawTopicId, Clock clock) {}
