package io.tadoru.collect;

/**
 * Where a record came from.
 *
 * @param source the configured source
 * @param connector id of the connector that will read it
 * @param peer who sent it: an address or a file's path
 */
public record Origin(String source, String connector, String peer) {}
