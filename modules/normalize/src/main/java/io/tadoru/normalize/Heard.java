package io.tadoru.normalize;

import java.time.Instant;

/**
 * How far a source that might have denied a correlation's result has been heard, on its way to all who hold such results. It
 * follows all hits of the same lines, so whoever reads it has read those.
 *
 * @param correlation its id
 * @param partition of {@code tadoru.raw}, for each may lag by itself
 * @param time the latest event time
 */
record Heard(String correlation, String source, int partition, Instant time) {
    static final String KEY = "heard|";

    String place() {
        return correlation + "|" + source + "|" + partition;
    }
}
