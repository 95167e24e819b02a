package io.tadoru.correlate;

import io.tadoru.chain.Chain;
import io.tadoru.chain.HostMark;
import io.tadoru.event.Json;
import io.tadoru.event.Limits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The marks of each host, which hosts have changed, and what was said of their chains. */
final class HostDesk {
    private final KeyValueStore<String, HostMarks> marks;
    private final KeyValueStore<String, String> dirty;
    private final KeyValueStore<String, SaidChain> said;
    private final ChainAssembly assembly;

    HostDesk(ProcessorContext<?, ?> context, ChainAssembly assembly) {
        marks = context.getStateStore(Stores.HOST_MARKS);
        dirty = context.getStateStore(Stores.DIRTY);
        said = context.getStateStore(Stores.SAID_CHAINS);
        this.assembly = assembly;
    }

    void take(HostMarks of) {
        String key = Stores.key(of.host(), of.eventId());
        if (of.marks().isEmpty()) {
            marks.delete(key);
        } else {
            marks.put(key, of);
        }
        dirty.put(of.host(), of.host());
    }

    /** Hosts that changed since they were last assembled; persisted, so that a restart forgets none. */
    List<String> dirty() {
        List<String> hosts = new ArrayList<>();
        try (KeyValueIterator<String, String> all = dirty.all()) {
            all.forEachRemaining(e -> hosts.add(e.key));
        }
        return hosts;
    }

    /** Assembles a host and says what is new of its chains. */
    void assemble(String host, long now, Consumer<SaidChain> say) {
        Map<String, Map<String, Object>> chains = chains(host);
        for (SaidChain before : Stores.below(said, host)) {
            if (!chains.containsKey(before.id())) {
                tell(host, before.id(), before.withdrawn(), now, say);
            }
        }
        chains.forEach((id, document) -> tell(host, id, document, now, say));
        dirty.delete(host);
    }

    private void tell(String host, String id, Map<String, Object> document, long now, Consumer<SaidChain> say) {
        String key = Stores.key(host, id);
        SaidChain before = said.get(key);
        if (before != null && before.same(document)) {
            return;
        }
        SaidChain next = before == null ? SaidChain.first(id, document, now) : before.next(document, now);
        said.put(key, next);
        say.accept(next);
    }

    private Map<String, Map<String, Object>> chains(String host) {
        List<HostMark> all = Stores.below(marks, host).stream()
                .filter(m -> m.host().equals(host))
                .flatMap(HostMarks::each)
                .toList();
        Map<String, Map<String, Object>> chains = new LinkedHashMap<>();
        for (Chain chain : assembly.assemble(host, all)) {
            chains.put(chain.id(), bounded(chain.document()));
        }
        return chains;
    }

    /** Without its evidence rather than not at all: a record too large would be retried for ever. */
    private static Map<String, Object> bounded(Map<String, Object> document) {
        if (Json.bytes(document).length <= Limits.CHAIN_BYTES) {
            return document;
        }
        Map<String, Object> less = new LinkedHashMap<>(document);
        less.remove("detail");
        less.put("shortened", true);
        return less;
    }
}
