/** Syslog, HTTP and files to raw.. */
@NullMarked
package io.tadoru.collect;

import org.jspecify.annotations.NullMarked;
