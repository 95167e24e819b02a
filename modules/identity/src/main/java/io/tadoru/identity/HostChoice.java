package io.tadoru.identity;

/**
 * The host a party's event belongs to.
 *
 * @param host its name, or the identity itself ({@code ip:10.1.2.3}) until something is known
 * @param basis how it was found: {@code log}, what tied the identity to it, or {@code unresolved}
 */
public record HostChoice(String host, String basis) {}
