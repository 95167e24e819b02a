/** A person is told: which chains are worth it, whom to tell, and whom next when nobody answers. */
@NullMarked
package io.tadoru.serve.notify;

import org.jspecify.annotations.NullMarked;
