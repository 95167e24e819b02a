@NullMarked
package io.tadoru.simulator.score;

import org.jspecify.annotations.NullMarked;
