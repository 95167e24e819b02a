package io.tadoru.correlate;

import io.tadoru.chain.Chain;
import io.tadoru.chain.HostMark;
import io.tadoru.event.Json;
import io.tadoru.event.Limits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A chain as it stands now, ready to be compared with what was said of it. */
record Assembled(String id, Map<String, Object> document, SaidChain.Span span, long newest) {

    /**
     * All chains of a host.
     *
     * @param beyond how many events it has besides
     */
    static List<Assembled> of(String host, List<Table.Entry<HostMarks>> marks, long beyond, ChainAssembly assembly) {
        List<HostMark> each = marks.stream().flatMap(e -> e.value().each()).toList();
        List<Assembled> chains = new ArrayList<>();
        for (Chain chain : assembly.assemble(host, each)) {
            var span = new SaidChain.Span(chain.first(), chain.last());
            chains.add(new Assembled(chain.id(), document(chain, beyond), span, newest(marks, span)));
        }
        return chains;
    }

    /** Of all marks within the chain's time, though some may not be its own: it is only kept the longer. */
    private static long newest(List<Table.Entry<HostMarks>> marks, SaidChain.Span span) {
        return marks.stream()
                .filter(e -> span.holds(e.value().marks().getFirst().time()))
                .mapToLong(Table.Entry::known)
                .max()
                .orElse(0);
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
