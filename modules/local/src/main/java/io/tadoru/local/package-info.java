/**
 * The two servers on one machine, for those who have none: Kafka in this process, the genuine Elasticsearch as a child
 * process that ends with it. Both listen on loopback only and keep everything in one folder.
 */
@NullMarked
package io.tadoru.local;

import org.jspecify.annotations.NullMarked;
