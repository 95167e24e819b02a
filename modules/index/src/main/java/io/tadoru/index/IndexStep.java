package io.tadoru.index;

import io.tadoru.identity.Office;
import io.tadoru.runtime.Topics;
import io.tadoru.store.IndexNames;
import io.tadoru.store.Store;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;

/**
 * The verb: reads {@code tadoru.events}, {@code tadoru.chains} and {@code tadoru.rejects} and writes them to the store;
 * what changes on {@code tadoru.bindings} corrects events that are there.
 */
public final class IndexStep implements AutoCloseable {
    private static final String CORRECTIONS = "corrections";

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
        HostNamer namer = new HostNamer(office, known::asOf);
        Lock underway = new ReentrantLock();
        var events = new EventIntake(store, names, namer, new RefusedEvents(producer), counters);
        loop(clients, Topics.EVENTS, "tadoru-index-events", records -> {
            bindings.awaitEnd();
            holding(underway, records, events);
        });
        loops.put(
                CORRECTIONS,
                new TopicLoop(
                        Topics.BINDINGS,
                        clients.patientMember("tadoru-index-corrections"),
                        new CorrectionIntake(store, bindings, new Influences(known), namer, underway, counters)));
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

    private static void holding(Lock underway, List<ConsumerRecord<byte[], byte[]>> records, Intake intake)
            throws IOException, InterruptedException {
        underway.lockInterruptibly();
        try {
            intake.take(records);
        } finally {
            underway.unlock();
        }
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
