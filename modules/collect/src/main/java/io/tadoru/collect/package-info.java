/**
 * Syslog, HTTP and files to {@code tadoru.raw}: bytes untouched, everything bounded, and a sender made to wait rather than
 * a line lost.
 */
@NullMarked
package io.tadoru.collect;

import org.jspecify.annotations.NullMarked;
