/** A scenario played into the real listeners, and the chain that comes out. */
@NullMarked
package io.tadoru.demo;

import org.jspecify.annotations.NullMarked;
