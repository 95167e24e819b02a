/** The steps joined in one process: who runs what, with which settings, and when nothing is under way any more. */
@NullMarked
package io.tadoru.pipeline;

import org.jspecify.annotations.NullMarked;
