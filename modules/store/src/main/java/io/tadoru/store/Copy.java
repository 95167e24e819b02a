package io.tadoru.store;

/** Where a document stands now: what is written elsewhere under its id must replace it. */
public record Copy(String index, String id, long version) {}
