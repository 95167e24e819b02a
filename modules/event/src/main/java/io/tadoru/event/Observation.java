package io.tadoru.event;

import java.time.Instant;

/**
 * This identity was with this host at this time: what connectors say under {@code observe}, on {@code tadoru.observations}.
 *
 * @param host the host in the form of {@link HostName#normal}; for a {@code sensor} identity, the source
 * @param time event time
 * @param basis the connector that said so
 */
public record Observation(Identity identity, String host, Instant time, Strength strength, String basis) {}
