/** Marks and observations to chains. */
@NullMarked
package io.tadoru.correlate;

import org.jspecify.annotations.NullMarked;
