/** Kafka in process and Elasticsearch as a child process.. */
@NullMarked
package io.tadoru.local;

import org.jspecify.annotations.NullMarked;
