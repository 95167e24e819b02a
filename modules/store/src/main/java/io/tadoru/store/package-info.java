/**
 * Where it is kept: index templates, documents that fit them, idempotent bulk writes, and the few questions that steps ask.
 * The only noun that knows Elasticsearch.
 */
@NullMarked
package io.tadoru.store;

import org.jspecify.annotations.NullMarked;
