package io.tadoru.correlate;

import io.tadoru.chain.Chain;
import io.tadoru.chain.Holders;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Chains that were said of a host and are no longer assembled: which of those that are now have taken them in. */
final class Gone {
    private final Map<String, SaidChain> said;
    private final List<SaidChain> gone;
    private final Map<String, String> holders;

    private Gone(Map<String, SaidChain> said, List<SaidChain> gone, Map<String, String> holders) {
        this.said = said;
        this.gone = gone;
        this.holders = holders;
    }

    /** Compares what was said, as far as it is not forgotten, with what is now. */
    static Gone of(List<SaidChain> said, Map<String, Assembled> now, long forgotten) {
        List<SaidChain> gone = said.stream()
                .filter(c -> !now.containsKey(c.id()) && c.newest() >= forgotten)
                .toList();
        Set<String> ids = gone.stream().map(SaidChain::id).collect(Collectors.toSet());
        List<Chain> chains = now.values().stream().map(Assembled::chain).toList();
        Map<String, SaidChain> byId = new HashMap<>();
        said.forEach(c -> byId.put(c.id(), c));
        return new Gone(byId, gone, Holders.of(chains, ids));
    }

    List<SaidChain> chains() {
        return gone;
    }

    /** The id of the chain that took it in. */
    Optional<String> into(SaidChain of) {
        return Optional.ofNullable(holders.get(of.id()));
    }

    /**
     * With the case numbers by which people may look for it: those of the chains that it took in, and those that led to it
     * before, unless they now lead elsewhere.
     */
    Assembled called(Assembled chain, Map<String, Assembled> now) {
        Set<String> cases = new TreeSet<>();
        @Nullable SaidChain before = said.get(chain.id());
        if (before != null) {
            cases.addAll(before.cases());
        }
        cases.removeAll(elsewhere(chain.id()));
        gone.stream().filter(c -> chain.id().equals(holders.get(c.id()))).forEach(c -> cases.addAll(c.cases()));
        cases.removeAll(own(now));
        cases.addAll(chain.chain().decided().cases(chain.chain().caseNumber()));
        return chain.with(cases);
    }

    private Set<String> elsewhere(String id) {
        Set<String> elsewhere = new HashSet<>();
        gone.stream()
                .filter(c -> !id.equals(holders.getOrDefault(c.id(), id)))
                .forEach(c -> c.cases().stream().limit(1).forEach(elsewhere::add));
        return elsewhere;
    }

    /** A chain that stands by itself leads to no other. */
    private static Set<String> own(Map<String, Assembled> now) {
        return now.values().stream().map(a -> a.chain().caseNumber()).collect(Collectors.toSet());
    }
}
