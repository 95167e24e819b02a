package io.tadoru.identity;

import io.tadoru.event.Identity;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What one identity of a party says, under the hosts' own names; best first. */
record Bid(Identity identity, List<Candidate> candidates) {
    static final Comparator<Bid> BEST = Comparator.comparing(Bid::first, Candidate.AMONG_IDENTITIES)
            .thenComparing(b -> b.identity().kind())
            .thenComparing(b -> b.first().host());

    static Stream<Bid> of(Identity identity, Map<Identity, List<Candidate>> answers) {
        List<Candidate> named = answers.getOrDefault(identity, List.of()).stream()
                .map(c -> named(c, answers))
                .toList();
        return named.isEmpty() ? Stream.empty() : Stream.of(new Bid(identity, named));
    }

    private static Candidate named(Candidate of, Map<Identity, List<Candidate>> answers) {
        return Aliases.name(of.host(), answers)
                .map(name -> new Candidate(name.host(), of.strength(), of.when(), of.distance(), of.shared()))
                .orElse(of);
    }

    Candidate first() {
        return candidates.getFirst();
    }

    /** Hosts that hold the identity at the very time, as strongly as the first does. */
    List<String> holders() {
        return candidates.stream()
                .filter(c -> c.when() == Candidate.When.INSIDE && c.strength() == first().strength())
                .map(Candidate::host)
                .distinct()
                .toList();
    }

    String kind() {
        return identity.kind().name().toLowerCase(Locale.ROOT);
    }
}
