package io.tadoru.correlate;

import io.tadoru.chain.Decision;
import io.tadoru.chain.Fold;
import io.tadoru.chain.Presence;
import io.tadoru.chain.Weight;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The marks of each host, which hosts have changed, and what was said of their chains. */
final class HostDesk {
    private static final Logger LOG = LoggerFactory.getLogger(HostDesk.class);

    private final HostShelf shelf;
    private final DecisionShelf decisions;
    private final PresenceShelf presence;
    private final Table<String> dirty;
    private final Table<SaidChain> said;
    private final ChainAssembly assembly;

    HostDesk(ProcessorContext<?, ?> context, ChainAssembly assembly) {
        shelf = new HostShelf(context);
        decisions = new DecisionShelf(context);
        presence = new PresenceShelf(context);
        dirty = Table.of(context, Stores.DIRTY);
        said = Table.of(context, Stores.SAID_CHAINS);
        this.assembly = assembly;
    }

    Table<HostMarks> events() {
        return shelf.events();
    }

    Table<SaidChain> said() {
        return said;
    }

    /** The same for all hosts, so that it need be read once only. */
    List<Decision> allowances() {
        return decisions.allowances();
    }

    void take(HostMarks of, long known) {
        shelf.take(of, known);
        dirty.put(of.host(), of.host(), known);
    }

    /** Hosts that changed since they were last assembled, from one on; persisted, so that a restart forgets none. */
    List<String> dirty(String from, int most) {
        return dirty.from(from, most).stream().map(Table.Entry::key).toList();
    }

    /** How much there is to be read when it is assembled. */
    long weight(String host) {
        return Math.min(shelf.count(host), (long) Weight.CLASSES * Weight.FOLDS_OF_A_CLASS);
    }

    /**
     * Assembles a host and says what is new of its chains.
     *
     * @param allowed the allow-list
     * @param forgotten knowledge time before which chains stand as they were last said
     */
    void assemble(String host, List<Decision> allowed, long now, long forgotten, Consumer<SaidChain> say) {
        dirty.delete(host);
        List<Table.Entry<Fold>> folds = shelf.heaviest(host);
        long beyond = shelf.count(host)
                - folds.stream().mapToLong(e -> e.value().count()).sum();
        List<Decision> decided =
                Stream.concat(allowed.stream(), decisions.upon(host).stream()).toList();
        // The stores are read outside: their failures are Kafka's to handle, and must reach it.
        Presence heard = presence.of(host);
        assembled(host, folds, heard, decided, beyond).ifPresent(chains -> {
            Gone gone = Gone.of(said.below(host), chains, forgotten);
            gone.chains().forEach(c -> leave(c, gone, chains, beyond, now).ifPresent(left -> keep(host, left, say)));
            chains.values().stream()
                    .filter(c -> c.newest() >= forgotten)
                    .forEach(c -> tell(host, gone.called(c, chains), now, say));
        });
    }

    /** Empty when assembly failed: then what was said stands, and other hosts go on. */
    private Optional<Map<String, Assembled>> assembled(
            String host, List<Table.Entry<Fold>> folds, Presence heard, List<Decision> decided, long beyond) {
        if (beyond > 0) {
            LOG.warn("a host has {} marks more than are assembled: {}", beyond, host);
        }
        try {
            return Optional.of(Assembled.of(host, folds, heard, decided, beyond, assembly).stream()
                    .collect(Collectors.toMap(Assembled::id, Function.identity(), (a, b) -> a, LinkedHashMap::new)));
        } catch (RuntimeException e) {
            LOG.error("assembly of a host failed; its chains stand as they were", e);
            return Optional.empty();
        }
    }

    /** What is to be said of a chain that is no more; where not all events are looked at, only what is certain. */
    private static Optional<SaidChain> leave(
            SaidChain chain, Gone gone, Map<String, Assembled> chains, long beyond, long now) {
        @Nullable Assembled into = gone.into(chain).map(chains::get).orElse(null);
        if (into != null) {
            return chain.isMergedInto(into.id()) ? Optional.empty() : Optional.of(chain.merged(into, now));
        }
        return beyond > 0 || chain.isWithdrawn() ? Optional.empty() : Optional.of(chain.withdrawn(now));
    }

    private void tell(String host, Assembled chain, long now, Consumer<SaidChain> say) {
        @Nullable SaidChain before = said.get(Table.key(host, chain.id()));
        if (before == null) {
            keep(host, SaidChain.first(chain, now), say);
        } else if (!before.same(chain)) {
            keep(host, before.next(chain, now), say);
        } else if (before.newest() != chain.newest()) {
            keep(host, before.learned(chain.newest()), c -> {});
        }
    }

    private void keep(String host, SaidChain chain, Consumer<SaidChain> say) {
        said.put(Table.key(host, chain.id()), chain, chain.newest());
        say.accept(chain);
    }

    /** Marks go when they are old and no chain holds them that has learned something since. */
    void forget(HostMarks of, long forgotten) {
        boolean held = dirty.get(of.host()) != null
                || said.below(of.host()).stream()
                        .anyMatch(c -> c.newest() >= forgotten
                                && !c.isGone()
                                && c.span().holds(of.marks().getFirst().time()));
        if (!held) {
            shelf.remove(of.host(), of.eventId());
        }
    }
}
