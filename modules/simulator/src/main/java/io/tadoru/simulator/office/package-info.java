/**
 * An office of any size with many incidents in it: people, PCs that move and change addresses, devices of several makers
 * with clocks and gaps of their own, and the truth about what happened, to measure chains against.
 */
@NullMarked
package io.tadoru.simulator.office;

import org.jspecify.annotations.NullMarked;
