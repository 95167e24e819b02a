@NullMarked
package io.tadoru.normalize;

import org.jspecify.annotations.NullMarked;
