/** How a record is read.. */
@NullMarked
package io.tadoru.connector;

import org.jspecify.annotations.NullMarked;
