/**
 * What a step stands on: settings, topics, the raw record's headers, lifecycle. The only noun that knows Kafka.
 */
@NullMarked
package io.tadoru.runtime;

import org.jspecify.annotations.NullMarked;
