/** The verb that faces people: the API, access, decisions, notifications, the page. */
@NullMarked
package io.tadoru.serve;

import org.jspecify.annotations.NullMarked;
