/**
 * The batch run over files: the same pure steps as the stream, called one after the other, without Kafka and without
 * Elasticsearch. Only observations and marks are held in memory; events go to a file.
 */
@NullMarked
package io.tadoru.investigate;

import org.jspecify.annotations.NullMarked;
