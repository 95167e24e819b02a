package io.tadoru.correlate;

import io.tadoru.chain.Chain;
import io.tadoru.chain.HostMark;
import io.tadoru.event.Json;
import io.tadoru.event.Limits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The marks of each host, which hosts have changed, and what was said of their chains. */
final class HostDesk {
    private static final Logger LOG = LoggerFactory.getLogger(HostDesk.class);

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
        dirty.delete(host);
        chains(host).ifPresent(chains -> difference(host, chains, now, say));
    }

    private void difference(String host, Map<String, Map<String, Object>> chains, long now, Consumer<SaidChain> say) {
        for (SaidChain before : Stores.below(said, host)) {
            if (!chains.containsKey(before.id())) {
                tell(host, before.id(), before.withdrawn(), now, say);
            }
        }
        chains.forEach((id, document) -> tell(host, id, document, now, say));
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

    /**
     * Empty when assembly failed: then what was said stands, and other hosts go on. The stores are read outside: their
     * failures are Kafka's to handle, and must reach it.
     */
    private Optional<Map<String, Map<String, Object>>> chains(String host) {
        List<HostMark> all = Stores.below(marks, host).stream()
                .filter(m -> m.host().equals(host))
                .flatMap(HostMarks::each)
                .toList();
        try {
            return Optional.of(assembled(host, all));
        } catch (RuntimeException e) {
            LOG.error("assembly of a host failed; its chains stand as they were", e);
            return Optional.empty();
        }
    }

    private Map<String, Map<String, Object>> assembled(String host, List<HostMark> all) {
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
