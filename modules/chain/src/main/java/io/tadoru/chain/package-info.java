/** What happened on a host.. */
@NullMarked
package io.tadoru.chain;

import org.jspecify.annotations.NullMarked;
