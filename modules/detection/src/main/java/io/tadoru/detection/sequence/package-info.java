/**
 * What several events together say: sequences, sets, counts. The engine works on the hits of one key, so that one class serves
 * files and streams; it knows of times, stages and keys, and nothing of rules and marks. A result is a function of the set of
 * hits, never of the order in which they came.
 */
@NullMarked
package io.tadoru.detection.sequence;

import org.jspecify.annotations.NullMarked;
