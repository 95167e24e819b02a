package io.tadoru.identity;

import io.tadoru.event.Identity;
import io.tadoru.event.Party;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The choice among what a party's identities say; the same answers give the same hosts, in whatever order they came. */
public final class Resolution {
    private Resolution() {}

    /** Of all parties of an event, each host once: the first party's reason stands. */
    public static List<HostChoice> choices(List<Party> parties, Map<Identity, List<Candidate>> answers) {
        Map<String, HostChoice> hosts = new LinkedHashMap<>();
        parties.stream().flatMap(p -> hosts(p, answers).stream()).forEach(c -> hosts.putIfAbsent(c.host(), c));
        return List.copyOf(hosts.values());
    }

    /**
     * Of one party: one host, but a mail is with each that the mailbox's user sits at. A host named by the log is taken at
     * its word. What is shared never decides; with nothing else known the party's first identity is the host.
     */
    static List<HostChoice> hosts(Party party, Map<Identity, List<Candidate>> answers) {
        return named(party, answers)
                .map(List::of)
                .findFirst()
                .orElseGet(() -> among(
                        party,
                        party.identities().stream()
                                .flatMap(i -> Bid.of(i, answers))
                                .sorted(Bid.BEST)
                                .toList()));
    }

    private static Stream<HostChoice> named(Party party, Map<Identity, List<Candidate>> answers) {
        return party.identities().stream()
                .filter(i -> i.kind() == Identity.Kind.HOST)
                .map(i -> named(i.value(), answers));
    }

    private static HostChoice named(String host, Map<Identity, List<Candidate>> answers) {
        if (host.startsWith("ip:")) {
            return new HostChoice(host, HostChoice.SHARED);
        }
        if (host.startsWith("user:")) {
            return new HostChoice(host, HostChoice.ACCOUNT);
        }
        return Aliases.question(host)
                .flatMap(q -> Aliases.name(host, answers).map(n -> new HostChoice(n.host(), Basis.alias(q, n))))
                .orElseGet(() -> new HostChoice(host, HostChoice.LOG));
    }

    private static List<HostChoice> among(Party party, List<Bid> bids) {
        List<HostChoice> decided = decided(party, bids);
        boolean mail = party.identities().getFirst().kind() == Identity.Kind.MAIL;
        return mail && decided.size() == 1 && decided.getFirst().isName() ? readers(decided.getFirst(), bids) : decided;
    }

    /** A mail may be opened later and elsewhere: at whatever else its reader sat that day, or is known to own. */
    private static List<HostChoice> readers(HostChoice best, List<Bid> bids) {
        Map<String, HostChoice> readers = new LinkedHashMap<>();
        readers.put(best.host(), best);
        bids.forEach(bid -> bid.candidates().stream()
                .filter(c -> !c.shared() && c.isOwn())
                .forEach(c -> readers.putIfAbsent(
                        c.host(), new HostChoice(c.host(), bid.kind() + " by " + c.basis() + ", a mail's reader"))));
        return readers.values().stream().limit(Sharing.MANY).toList();
    }

    private static List<HostChoice> decided(Party party, List<Bid> bids) {
        return bids.stream()
                .filter(b -> !b.first().shared())
                .findFirst()
                .map(best -> List.of(new HostChoice(best.first().host(), Basis.of(best, bids))))
                .orElseGet(() -> undecided(party, bids));
    }

    private static List<HostChoice> undecided(Party party, List<Bid> bids) {
        Identity itself = party.identities().getFirst();
        if (bids.isEmpty()) {
            return List.of(new HostChoice(itself.toString(), HostChoice.UNRESOLVED));
        }
        List<HostChoice> each = itself.kind() == Identity.Kind.MAIL ? each(bids.getFirst()) : List.of();
        return each.isEmpty() ? List.of(new HostChoice(itself.toString(), Basis.shared(bids))) : each;
    }

    /** A mail waits for its reader wherever he sits; at more than a few hosts he is no one person. */
    private static List<HostChoice> each(Bid bid) {
        List<String> hosts = bid.holders();
        return hosts.size() > Sharing.MANY
                ? List.of()
                : hosts.stream()
                        .map(h -> new HostChoice(h, Basis.each(bid, hosts.size())))
                        .toList();
    }
}
