package io.tadoru.correlate;

import io.tadoru.identity.BindingRow;

/**
 * A run of sightings of a host itself, on its way to the host: its agent was heard, or it had an address of the office.
 *
 * @param gone another run has taken its place, or it is too old
 */
record HostSeen(BindingRow row, boolean gone) {}
