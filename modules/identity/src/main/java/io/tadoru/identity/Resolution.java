package io.tadoru.identity;

import io.tadoru.event.Identity;
import io.tadoru.event.Party;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The choice among what a party's identities say; the same answers give the same host, in whatever order they came. */
public final class Resolution {
    private record Bid(Identity identity, Candidate candidate) {}

    private static final Comparator<Bid> BEST = Comparator.comparing(Bid::candidate, Candidate.AMONG_IDENTITIES)
            .thenComparing(b -> b.identity().kind())
            .thenComparing(b -> b.candidate().host());

    private Resolution() {}

    /** A host named by the log needs no answer; with nothing known the party's first identity is the host. */
    public static HostChoice choose(Party party, Map<Identity, List<Candidate>> answers) {
        return named(party)
                .or(() -> best(party, answers))
                .orElseGet(() -> new HostChoice(party.identities().get(0).toString(), HostChoice.UNRESOLVED));
    }

    /** Of all parties of an event, each host once: the first party's reason stands. */
    public static List<HostChoice> choices(List<Party> parties, Map<Identity, List<Candidate>> answers) {
        Map<String, HostChoice> hosts = new LinkedHashMap<>();
        parties.stream().map(p -> choose(p, answers)).forEach(c -> hosts.putIfAbsent(c.host(), c));
        return List.copyOf(hosts.values());
    }

    private static Optional<HostChoice> named(Party party) {
        return party.identities().stream()
                .filter(i -> i.kind() == Identity.Kind.HOST)
                .findFirst()
                .map(i -> new HostChoice(i.value(), basis(i.value())));
    }

    private static String basis(String named) {
        return named.startsWith("ip:")
                ? HostChoice.SHARED
                : named.startsWith("user:") ? HostChoice.ACCOUNT : HostChoice.LOG;
    }

    private static Optional<HostChoice> best(Party party, Map<Identity, List<Candidate>> answers) {
        return party.identities().stream()
                .flatMap(i ->
                        answers.getOrDefault(i, List.of()).stream().limit(1).map(c -> new Bid(i, c)))
                .min(BEST)
                .map(b -> new HostChoice(
                        b.candidate().host(),
                        b.identity().kind().name().toLowerCase(Locale.ROOT) + " by "
                                + b.candidate().basis()));
    }
}
