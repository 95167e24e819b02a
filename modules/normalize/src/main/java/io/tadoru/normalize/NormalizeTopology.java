package io.tadoru.normalize;

import io.tadoru.runtime.Topics;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;

/**
 * Raw to events, observations, marks and rejects: one step, every node named. Its only state is lines that may tell the same
 * thing as later ones.
 */
public final class NormalizeTopology {
    static final String TO_EVENTS = "to-events";
    static final String TO_OBSERVATIONS = "to-observations";
    static final String TO_MARKS = "to-marks";
    static final String TO_REJECTS = "to-rejects";
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
        sink(topology, TO_MARKS, Topics.MARKS);
        sink(topology, TO_REJECTS, Topics.REJECTS);
        return topology;
    }

    private static void sink(Topology topology, String name, String topic) {
        topology.addSink(name, topic, new StringSerializer(), new ByteArraySerializer(), NORMALIZE);
    }
}
