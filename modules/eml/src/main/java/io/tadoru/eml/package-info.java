/** Where a mail that was saved as a file becomes a line that a connector reads. */
@NullMarked
package io.tadoru.eml;

import org.jspecify.annotations.NullMarked;
