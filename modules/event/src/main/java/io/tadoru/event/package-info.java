/**
 * What flows through Tadoru: the raw record as it was received, the event it became (ECS), or the reject that says why it
 * became none; the identities an event bears and the observations that tell whose they were; and the JSON form of each.
 * Everything here is immutable and knows neither Kafka nor Elasticsearch.
 */
@NullMarked
package io.tadoru.event;

import org.jspecify.annotations.NullMarked;
