package io.tadoru.correlate;

import io.tadoru.chain.Decision;
import io.tadoru.chain.Fold;
import io.tadoru.detection.Marks;
import io.tadoru.event.Observation;
import io.tadoru.identity.BindingRow;
import io.tadoru.runtime.Topics;
import java.util.function.Function;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;

/**
 * Marks and observations to bindings and chains. Three sorts of task, by event, identity and host, which meet in
 * {@link CorrelateTopics}, and one that passes on what people decide; every node and store has a name of its own, so that an upgrade finds its state again.
 */
public final class CorrelateTopology {
    static final String TO_CLAIMS = "to-claims";
    static final String TO_ANSWERS = "to-answers";
    static final String TO_HOSTS = "to-host-marks";
    static final String TO_BINDINGS = "to-bindings";
    static final String TO_PRESENCE = "to-host-presence";
    static final String TO_CHAINS = "to-chains";

    private CorrelateTopology() {}

    /** With the retention that the settings have by default. */
    public static Topology build(ChainAssembly assembly) {
        return build(assembly, Retention.defaults());
    }

    /** The fixed topology; what changes (rules, definitions) is data within {@code assembly}. */
    public static Topology build(ChainAssembly assembly, Retention retention) {
        Topology topology = new Topology();
        events(topology, retention);
        identities(topology, retention);
        hosts(topology, assembly, retention);
        decisions(topology);
        return topology;
    }

    /** Whether a host of this instance waits to be assembled: then its chains are not yet what its marks say. */
    public static boolean hostsWait(KafkaStreams streams) {
        return holdsAny(streams, Stores.ROUND) || holdsAny(streams, Stores.DIRTY);
    }

    private static boolean holdsAny(KafkaStreams streams, String store) {
        var asked = StoreQueryParameters.fromNameAndType(store, QueryableStoreTypes.<String, String>keyValueStore());
        try (KeyValueIterator<String, String> all = streams.store(asked).all()) {
            return all.hasNext();
        } catch (InvalidStateStoreException e) {
            return true; // tasks are just moving, and cannot be asked
        }
    }

    private static void events(Topology t, Retention retention) {
        source(t, "marks", Topics.MARKS, Marks.class);
        source(t, "answers", CorrelateTopics.ANSWERS, Answer.class);
        t.addProcessor("ask", supplier(c -> new MarksProcessor(c, retention).schedule()), "marks");
        t.addProcessor("choose", supplier(AnswersProcessor::new), "answers");
        store(t, Stores.MARKS, Marks.class, "ask", "choose");
        store(t, Stores.ANSWERS, Answer.class, "ask", "choose");
        store(t, Stores.SAID_HOSTS, EventDesk.Said.class, "ask", "choose");
        sink(t, TO_CLAIMS, CorrelateTopics.CLAIMS, "ask", "choose");
        sink(t, TO_HOSTS, CorrelateTopics.HOST_MARKS, "ask", "choose");
    }

    private static void identities(Topology t, Retention retention) {
        source(t, "observations", Topics.OBSERVATIONS, Observation.class);
        source(t, "claims", CorrelateTopics.CLAIMS, Claim.class);
        t.addProcessor("observe", supplier(c -> new ObservationsProcessor(c, retention).schedule()), "observations");
        t.addProcessor("answer", supplier(ClaimsProcessor::new), "claims");
        store(t, Stores.ROWS, BindingRow.class, "observe", "answer");
        store(t, Stores.CLAIMS, IdentityDesk.Kept.class, "observe", "answer");
        sink(t, TO_ANSWERS, CorrelateTopics.ANSWERS, "observe", "answer");
        sink(t, TO_BINDINGS, Topics.BINDINGS, "observe");
        sink(t, TO_PRESENCE, CorrelateTopics.HOST_PRESENCE, "observe");
    }

    private static void hosts(Topology t, ChainAssembly assembly, Retention retention) {
        source(t, "host-marks", CorrelateTopics.HOST_MARKS, HostMarks.class);
        source(t, "host-decisions", CorrelateTopics.HOST_DECISIONS, Decision.class);
        source(t, "host-presence", CorrelateTopics.HOST_PRESENCE, HostSeen.class);
        t.addProcessor("assemble", supplier(c -> new HostProcessor(c, assembly, retention).schedule()), "host-marks");
        t.addProcessor("decide", supplier(HostDecisionsProcessor::new), "host-decisions");
        t.addProcessor("heed", supplier(c -> new PresenceProcessor(c, retention).schedule()), "host-presence");
        store(t, Stores.HOST_EVENTS, HostMarks.class, "assemble");
        store(t, Stores.FOLDS, Fold.class, "assemble");
        store(t, Stores.MEMBERS, FoldMembers.Member.class, "assemble");
        store(t, Stores.COUNTS, Long.class, "assemble", "heed");
        store(t, Stores.PRESENCE, BindingRow.class, "assemble", "heed");
        store(t, Stores.DIRTY, String.class, "assemble", "decide", "heed");
        store(t, Stores.SAID_CHAINS, SaidChain.class, "assemble", "decide");
        store(t, Stores.DECISIONS, Decision.class, "assemble", "decide");
        store(t, Stores.DECISION_COUNTS, Long.class, "assemble", "decide");
        store(t, Stores.ROUND, String.class, "assemble", "decide");
        sink(t, TO_CHAINS, Topics.CHAINS, "assemble");
    }

    /** Its source's name sorts last: Streams numbers tasks by these names, and an upgrade finds state by the numbers. */
    private static void decisions(Topology t) {
        source(t, "people", Topics.DECISIONS, Decision.class);
        t.addProcessor("pass-on", supplier(DecisionsProcessor::new), "people");
        t.addSink(
                "to-host-decisions",
                CorrelateTopics.HOST_DECISIONS,
                new StringSerializer(),
                Wire.serializer(),
                new ToHosts(),
                "pass-on");
    }

    private static <V> void store(Topology t, String name, Class<V> type, String... processors) {
        t.addStateStore(Table.builder(name, type), processors);
    }

    private static <T> void source(Topology t, String name, String topic, Class<T> type) {
        t.addSource(name, new StringDeserializer(), Wire.deserializer(type), topic);
    }

    private static void sink(Topology t, String name, String topic, String... parents) {
        t.addSink(name, topic, new StringSerializer(), Wire.serializer(), parents);
    }

    private static <V> ProcessorSupplier<String, V, String, Object> supplier(
            Function<ProcessorContext<String, Object>, Processor<String, V, String, Object>> make) {
        return () -> new Starting<>(make);
    }
}
