package io.tadoru.store;

/** A document that Elasticsearch will not take however often it is sent: its caller makes it a reject. */
public record Refused(Document document, String reason) {}
