/** Raw to events, observations, marks, rejects. */
@NullMarked
package io.tadoru.normalize;

import org.jspecify.annotations.NullMarked;
