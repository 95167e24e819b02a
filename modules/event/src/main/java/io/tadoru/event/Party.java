package io.tadoru.event;

import java.util.List;

/**
 * One who took part in an event, under all the names the event gives: a proxy line has an address and an account for one
 * host; a mail to sixty has sixty parties. Each party is resolved to one host.
 */
public record Party(List<Identity> identities) {
    public Party {
        identities = List.copyOf(identities);
    }
}
