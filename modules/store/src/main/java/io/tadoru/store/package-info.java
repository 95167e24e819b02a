/** Where it is kept.. */
@NullMarked
package io.tadoru.store;

import org.jspecify.annotations.NullMarked;
