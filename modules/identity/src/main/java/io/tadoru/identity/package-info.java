/** Whose event it is. */
@NullMarked
package io.tadoru.identity;

import org.jspecify.annotations.NullMarked;
