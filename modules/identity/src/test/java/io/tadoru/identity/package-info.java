@NullMarked
package io.tadoru.identity;

import org.jspecify.annotations.NullMarked;
