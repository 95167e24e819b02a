@NullMarked
package io.tadoru.correlate;

import org.jspecify.annotations.NullMarked;
