package io.tadoru.correlate;

import io.tadoru.chain.Chain;
import io.tadoru.chain.Decision;
import io.tadoru.chain.Fold;
import io.tadoru.chain.Presence;
import io.tadoru.event.Json;
import io.tadoru.event.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A chain as it stands now, ready to be compared with what was said of it. */
record Assembled(Chain chain, Map<String, Object> document, SaidChain.Span span, long newest, boolean late) {
    /** Known so much later than it happened, a line came late. */
    private static final Duration LATE = Duration.ofHours(1);

    private static final int CASES = 200;

    /**
     * All chains of a host.
     *
     * @param beyond how many marks it has besides
     */
    static List<Assembled> of(
            String host,
            List<Table.Entry<Fold>> folds,
            Presence presence,
            Collection<Decision> decisions,
            long beyond,
            ChainAssembly assembly) {
        List<Fold> each = folds.stream().map(Table.Entry::value).toList();
        List<Assembled> chains = new ArrayList<>();
        for (Chain chain : assembly.assemble(host, each, presence, decisions)) {
            var span = new SaidChain.Span(chain.first(), chain.last());
            Optional<Table.Entry<Fold>> newest = newest(folds, span);
            long known = newest.map(Table.Entry::known).orElse(0L);
            boolean late = newest.filter(Assembled::late).isPresent();
            chains.add(new Assembled(chain, document(chain, beyond), span, known, late));
        }
        return chains;
    }

    String id() {
        return chain.id();
    }

    /** Of all marks within the chain's time, though some may not be its own: it is only kept the longer. */
    private static Optional<Table.Entry<Fold>> newest(List<Table.Entry<Fold>> folds, SaidChain.Span span) {
        return folds.stream()
                .filter(e -> span.holds(e.value().first().mark().time()))
                .max(Comparator.<Table.Entry<Fold>>comparingLong(Table.Entry::known)
                        .thenComparing(Assembled::time));
    }

    private static Instant time(Table.Entry<Fold> entry) {
        return entry.value().last();
    }

    private static boolean late(Table.Entry<Fold> entry) {
        return Instant.ofEpochMilli(entry.known()).isAfter(time(entry).plus(LATE));
    }

    /** What the lines alone tell, to know whether it was they who changed. */
    String facts() {
        return SaidChain.hash(chain.undecided().document());
    }

    /** The same, and the other case numbers that lead to it. */
    Assembled with(Collection<String> others) {
        Map<String, Object> more = new LinkedHashMap<>(document);
        List<Object> cases = new ArrayList<>(List.of(chain.caseNumber()));
        others.stream()
                .sorted()
                .filter(c -> !c.equals(chain.caseNumber()))
                .distinct()
                .limit(CASES)
                .forEach(cases::add);
        more.put("cases", cases);
        return new Assembled(chain, more, span, newest, late);
    }

    /** Without its evidence rather than not at all when too large: such a record would be retried for ever. */
    private static Map<String, Object> document(Chain chain, long beyond) {
        Map<String, Object> document = chain.document();
        if (Json.bytes(document).length > Limits.CHAIN_BYTES) {
            document.remove("detail");
            document.put("shortened", true);
        }
        if (beyond > 0 && document.get("detail") instanceof Map<?, ?> detail) {
            Map<Object, Object> more = new LinkedHashMap<>(detail);
            // By powers of two: a count that never rests would make a revision each time.
            more.put("host_events_beyond_at_least", Long.highestOneBit(beyond));
            document.put("detail", more);
        }
        return document;
    }
}
