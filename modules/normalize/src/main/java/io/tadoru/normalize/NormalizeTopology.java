package io.tadoru.normalize;

import io.tadoru.runtime.Topics;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Raw to events, observations, marks and rejects, every node named. What events tell correlations goes through a topic of its own
 * to where those of one key meet. State is lines that may tell the same thing as later ones, and hits that may make a result
 * with later ones.
 */
public final class NormalizeTopology {
    static final String TO_EVENTS = "to-events";
    static final String TO_OBSERVATIONS = "to-observations";
    static final String TO_MARKS = "to-marks";
    static final String TO_REJECTS = "to-rejects";
    static final String TO_HITS = "to-hits";
    static final String TO_HEARD = "to-heard";
    private static final String CORRELATE = "correlate-hits";
    private static final String NORMALIZE = "normalize";

    private NormalizeTopology() {}

    /** The fixed topology; rules and connectors are data within the parts. */
    public static Topology build(NormalizeParts parts) {
        Topology topology = new Topology();
        topology.addSource("raw", new ByteArrayDeserializer(), new ByteArrayDeserializer(), Topics.RAW);
        topology.addProcessor(NORMALIZE, () -> new NormalizeProcessor(parts), "raw");
        topology.addStateStore(AssemblyDesk.store(), NORMALIZE);
        sink(topology, TO_EVENTS, Topics.EVENTS);
        sink(topology, TO_OBSERVATIONS, Topics.OBSERVATIONS);
        sink(topology, TO_REJECTS, Topics.REJECTS);
        // sorts after "raw": Streams numbers tasks by these names, and an upgrade finds state by the numbers
        topology.addSource("rule-hits", new StringDeserializer(), new ByteArrayDeserializer(), NormalizeTopics.HITS);
        topology.addProcessor(CORRELATE, () -> new CorrelationProcessor(parts), "rule-hits");
        topology.addStateStore(HitDesk.store(), CORRELATE);
        topology.addStateStore(Waiting.store(), CORRELATE);
        topology.addStateStore(Ears.store(), CORRELATE);
        sink(topology, TO_MARKS, Topics.MARKS, NORMALIZE, CORRELATE);
        sink(topology, TO_HITS, NormalizeTopics.HITS, NORMALIZE, CORRELATE);
        topology.addSink(
                TO_HEARD,
                NormalizeTopics.HITS,
                new StringSerializer(),
                new ByteArraySerializer(),
                new ToAll(),
                NORMALIZE);
        return topology;
    }

    /** To every partition: whoever holds a result that waits must know. */
    private static final class ToAll implements StreamPartitioner<String, byte[]> {
        @Override
        public Optional<Set<Integer>> partitions(String topic, String key, byte[] value, int count) {
            return Optional.of(IntStream.range(0, count).boxed().collect(Collectors.toSet()));
        }
    }

    private static void sink(Topology topology, String name, String topic) {
        sink(topology, name, topic, NORMALIZE);
    }

    private static void sink(Topology topology, String name, String topic, String... parents) {
        topology.addSink(name, topic, new StringSerializer(), new ByteArraySerializer(), parents);
    }
}
