/** How well chains agree with what truly happened in a simulated office. */
@NullMarked
package io.tadoru.simulator.score;

import org.jspecify.annotations.NullMarked;
