/** What people decide, on its way to {@code tadoru.decisions} and back: written with an acknowledgement, followed in memory. */
@NullMarked
package io.tadoru.serve.decisions;

import org.jspecify.annotations.NullMarked;
