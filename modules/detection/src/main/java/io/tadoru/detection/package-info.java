/**
 * What is suspicious: Sigma rules and indicators look at one event and say the {@link io.tadoru.detection.Mark}s it gets.
 * Pure: the same event and the same rules give the same marks, live or in batch.
 */
@NullMarked
package io.tadoru.detection;

import org.jspecify.annotations.NullMarked;
