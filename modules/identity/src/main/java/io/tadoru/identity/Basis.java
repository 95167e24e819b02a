package io.tadoru.identity;

import io.tadoru.event.Excerpt;
import io.tadoru.event.Identity;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words for people on how a host was found; short, however much was known. */
final class Basis {
    /** More is counted only. */
    private static final int OVERRULED = 2;

    private static final int NAME_CHARS = 64;

    private Basis() {}

    /** What decided, and what it overruled: {@code ip by lease 4 min before; user by logon 2 d before says PC-0201}. */
    static String of(Bid chosen, List<Bid> all) {
        List<String> overruled = all.stream()
                .flatMap(bid -> bid.equals(chosen)
                        ? rival(bid)
                        : other(bid, chosen.first().host()))
                .toList();
        return decided(chosen)
                + overruled.stream().limit(OVERRULED).collect(Collectors.joining())
                + more(overruled.size() - OVERRULED);
    }

    private static String decided(Bid bid) {
        return bid.kind() + " by " + bid.first().basis();
    }

    /** A weaker word of the same time on the same identity. */
    private static Stream<String> rival(Bid chosen) {
        return chosen.candidates().stream()
                .limit(2)
                .filter(c -> c.when() == Candidate.When.INSIDE
                        && !c.host().equals(chosen.first().host()))
                .map(c -> "; " + c.basis() + says(c.host()));
    }

    private static Stream<String> other(Bid bid, String chosen) {
        if (bid.first().shared()) {
            return Stream.of("; " + bid.kind() + " shared");
        }
        String host = bid.first().host();
        return host.equals(chosen) ? Stream.empty() : Stream.of("; " + decided(bid) + says(host));
    }

    private static String says(String host) {
        return " says " + Excerpt.cut(host, NAME_CHARS);
    }

    private static String more(int more) {
        return more > 0 ? "; and " + more + " more" : "";
    }

    /** One of the hosts that a mailbox's user sits at. */
    static String each(Bid bid, int hosts) {
        return decided(bid) + ", one of " + hosts + " hosts at once";
    }

    /** All that is known is of many. */
    static String shared(List<Bid> bids) {
        return bids.stream().map(Bid::kind).distinct().collect(Collectors.joining(" and ", HostChoice.MANY + " ", ""));
    }

    /** The log's own name for the host is known to be another's. */
    static String alias(Identity question, Candidate name) {
        return Aliases.kind(question) + " by " + name.basis();
    }
}
