/** Lists of indicators that others publish by HTTP: fetched politely, and the last good copy kept for when they are away. */
@NullMarked
package io.tadoru.normalize.feed;

import org.jspecify.annotations.NullMarked;
