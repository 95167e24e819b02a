/** An office that writes vendors' logs.. */
@NullMarked
package io.tadoru.simulator;

import org.jspecify.annotations.NullMarked;
