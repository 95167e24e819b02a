@NullMarked
package io.tadoru.simulator.office;

import org.jspecify.annotations.NullMarked;
