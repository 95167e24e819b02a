package io.tadoru.normalize;

import io.tadoru.runtime.Topics;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;

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
        sink(topology, TO_MARKS, Topics.MARKS, NORMALIZE, CORRELATE);
        sink(topology, TO_HITS, NormalizeTopics.HITS, NORMALIZE, CORRELATE);
        return topology;
    }

    private static void sink(Topology topology, String name, String topic) {
        sink(topology, name, topic, NORMALIZE);
    }

    private static void sink(Topology topology, String name, String topic, String... parents) {
        topology.addSink(name, topic, new StringSerializer(), new ByteArraySerializer(), parents);
    }
}
