/** Who may ask: tokens, what is kept of them, what each role may do. Denies by default and tells nothing to whom it refuses. */
@NullMarked
package io.tadoru.serve.access;

import org.jspecify.annotations.NullMarked;
