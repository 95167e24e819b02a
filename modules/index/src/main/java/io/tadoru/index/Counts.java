package io.tadoru.index;

/**
 * What {@code index} has written since it started; a record written again counts again.
 *
 * @param refused documents that Elasticsearch would not take
 * @param corrected events that were given another host after bindings had changed
 */
public record Counts(long events, long chains, long rejects, long refused, long corrected) {}
