package io.tadoru.index;

import io.tadoru.identity.Office;
import io.tadoru.runtime.Topics;
import io.tadoru.store.IndexNames;
import io.tadoru.store.Store;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;

/** The verb: reads {@code tadoru.events}, {@code tadoru.chains} and {@code tadoru.rejects} and writes them to the store. */
public final class IndexStep implements AutoCloseable {
    private final Counters counters = new Counters();
    private final Producer<byte[], byte[]> producer;
    private final BindingsFollower bindings;
    private final Map<String, TopicLoop> loops = new LinkedHashMap<>();

    /**
     * Connects to Kafka.
     *
     * @param kafka consumer and producer properties: where the brokers are, security
     * @param store set up already
     * @param office what tells the office's own addresses from strangers'
     */
    public IndexStep(Map<String, Object> kafka, Store store, IndexNames names, Office office) {
        Clients clients = new Clients(kafka);
        KnownBindings known = new KnownBindings();
        this.producer = clients.producer();
        this.bindings = new BindingsFollower(clients.reader(), known);
        var events = new EventIntake(
                store, names, new HostNamer(office, known::asOf), new RefusedEvents(producer), counters);
        loop(clients, Topics.EVENTS, "tadoru-index-events", records -> {
            bindings.awaitEnd();
            events.take(records);
        });
        loop(
                clients,
                Topics.CHAINS,
                "tadoru-index-chains",
                new DocumentIntake(Readings::chain, store.writer(), counters.chains, counters.refused));
        loop(
                clients,
                Topics.REJECTS,
                "tadoru-index-rejects",
                new DocumentIntake(Readings.reject(names), store.writer(), counters.rejects, counters.refused));
    }

    private void loop(Clients clients, String topic, String group, Intake intake) {
        loops.put(topic, new TopicLoop(topic, clients.member(group), intake));
    }

    /** Starts reading. */
    public void start() {
        bindings.start();
        loops.values().forEach(TopicLoop::start);
    }

    /** What has been written since the start. */
    public Counts counts() {
        return counters.now();
    }

    /** Where each topic's loop stands. */
    public Map<String, State> states() {
        Map<String, State> states = new LinkedHashMap<>();
        states.put(Topics.BINDINGS, bindings.state());
        loops.forEach((topic, loop) -> states.put(topic, loop.state()));
        return states;
    }

    /** Whether every loop still does its work; waiting for Elasticsearch is part of it. */
    public boolean healthy() {
        return !states().containsValue(State.FAILED);
    }

    /** Leaves the groups at once; what was read and not yet committed is read again by whoever comes next. */
    @Override
    public void close() {
        loops.values().forEach(TopicLoop::close);
        bindings.close();
        producer.close();
    }
}
