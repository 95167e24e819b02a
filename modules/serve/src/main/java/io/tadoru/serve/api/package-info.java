/** What people and programs may ask over HTTP: one class a subject, each naming its routes and what they need. */
@NullMarked
package io.tadoru.serve.api;

import org.jspecify.annotations.NullMarked;
