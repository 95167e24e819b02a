package io.tadoru.identity;

import io.tadoru.event.Identity;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What belongs to the office whose logs are read: tells whose event a line is, ours or a stranger's.
 *
 * @param networks addresses of its own hosts
 * @param domains its mail domains, lower case; empty: any
 * @param shared addresses behind which many stand (proxy, NAT), and accounts of many, written {@code user:service}: they
 *     never say alone whose event it is
 */
public record Office(List<Cidr> networks, Set<String> domains, Set<String> shared) {
    private static final Office DEFAULTS = new Office(
            Stream.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7")
                    .map(Cidr::of)
                    .toList(),
            Set.of(),
            Set.of());

    public Office {
        networks = List.copyOf(networks);
        domains = Set.copyOf(domains);
        shared = Set.copyOf(shared);
    }

    /** Private networks (RFC 1918, RFC 4193), any mail domain, no shared address. */
    public static Office defaults() {
        return DEFAULTS;
    }

    /** Whether the address is one of the office's own. */
    public boolean inside(String address) {
        return networks.stream().anyMatch(n -> n.contains(address));
    }

    /** Whether many stand behind the address. */
    public boolean isShared(String address) {
        return shared.contains(address);
    }

    /** Whether it is an address or an account of many. */
    boolean isShared(Identity identity) {
        return shared.contains(identity.toString())
                || (identity.kind() == Identity.Kind.IP && isShared(identity.value()));
    }

    /** Whether the mailbox is of the office; without configured domains every mailbox is. */
    public boolean owns(String mailbox) {
        int at = mailbox.lastIndexOf('@');
        return at > 0
                && at < mailbox.length() - 1
                && (domains.isEmpty()
                        || domains.contains(mailbox.substring(at + 1).toLowerCase(Locale.ROOT)));
    }
}
