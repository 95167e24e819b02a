/**
 * Rules and indicators as data: what lies on disk and what others publish is written to two topics, and what stands in the
 * topics is what every event is examined by, from the next event on and without a restart.
 */
@NullMarked
package io.tadoru.normalize.knowledge;

import org.jspecify.annotations.NullMarked;
