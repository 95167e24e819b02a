/** The program's front door: {@code main}, and nothing that a command could do itself. */
@NullMarked
package io.tadoru;

import org.jspecify.annotations.NullMarked;
