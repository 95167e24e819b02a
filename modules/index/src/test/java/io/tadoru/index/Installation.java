package io.tadoru.index;

import io.tadoru.event.Event;
import io.tadoru.event.EventJson;
import io.tadoru.event.Fields;
import io.tadoru.event.Json;
import io.tadoru.identity.Office;
import io.tadoru.local.Distribution;
import io.tadoru.local.LocalElasticsearch;
import io.tadoru.local.LocalKafka;
import io.tadoru.runtime.Settings;
import io.tadoru.runtime.TopicPlan;
import io.tadoru.runtime.TopicSetup;
import io.tadoru.runtime.Topics;
import io.tadoru.store.IndexNames;
import io.tadoru.store.Store;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A genuine Kafka and a genuine Elasticsearch, set up, and one who writes to the topics as the steps before do. */
final class Installation implements AutoCloseable {
    static final LocalDate INCIDENT = LocalDate.parse("2022-02-26");

    private final Path folder;
    private final LocalKafka kafka;
    private LocalElasticsearch elasticsearch;
    private final KafkaProducer<byte[], byte[]> producer;
    final Store store;

    private Installation(Path folder) {
        this.folder = folder;
        this.elasticsearch = elasticsearch();
        this.kafka = LocalKafka.start(folder.resolve("kafka"), 0);
        this.store = Store.connect(elasticsearch.url().toString());
        this.producer = new KafkaProducer<>(transactional(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    static Installation start(Path folder) throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x")); // the server's user enters
        Installation installation = new Installation(folder);
        installation.setup();
        return installation;
    }

    private LocalElasticsearch elasticsearch() {
        Path zip = Distribution.find(Path.of(System.getProperty("tadoru.root")));
        return LocalElasticsearch.trial(folder.resolve("elasticsearch"), zip);
    }

    /** It is away meanwhile, and comes back at the same address. */
    void restartElasticsearch(Runnable meanwhile) {
        elasticsearch.close();
        meanwhile.run();
        elasticsearch = elasticsearch();
    }

    private void setup() throws Exception {
        try (Admin admin = Admin.create(kafka())) {
            TopicSetup.ensure(admin, TopicPlan.of(Settings.defaults()));
        }
        store.setup();
        producer.initTransactions();
    }

    Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }

    /** Streams write in transactions, whose end is a record that nobody sees. */
    private Map<String, Object> transactional() {
        Map<String, Object> settings = new HashMap<>(kafka());
        settings.put("transactional.id", "the steps before");
        return settings;
    }

    IndexStep step() {
        var backfill = new IndexNames.Backfill(INCIDENT.minusDays(2), INCIDENT.plusDays(2));
        var names = new IndexNames(30, Optional.of(backfill), Clock.systemUTC());
        IndexStep step = new IndexStep(kafka(), store, names, Office.defaults());
        step.start();
        return step;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the commit tells
    void write(List<ProducerRecord<byte[], byte[]>> records) {
        producer.beginTransaction();
        records.forEach(producer::send);
        producer.commitTransaction();
    }

    static ProducerRecord<byte[], byte[]> event(String id, String time, Map<String, ?> fields) {
        Map<String, Object> all = new HashMap<>(fields);
        all.put(Fields.TIMESTAMP, time);
        all.put(Fields.EVENT_ID, id);
        return record(Topics.EVENTS, id, EventJson.encode(Event.of(all)));
    }

    /** With the version that goes with it, as the streams send it. */
    static ProducerRecord<byte[], byte[]> record(String topic, String key, byte[] value) {
        var record = new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value);
        record.headers()
                .add("version", Long.toString(System.currentTimeMillis()).getBytes(StandardCharsets.UTF_8));
        return record;
    }

    static ProducerRecord<byte[], byte[]> again(ProducerRecord<byte[], byte[]> record) {
        record.headers().add("again", new byte[0]);
        return record;
    }

    static ProducerRecord<byte[], byte[]> record(String topic, String key, Object value) {
        return record(topic, key, Json.bytes(value));
    }

    @SuppressWarnings("NullAway") // Kafka's own contract: null is a tombstone
    static ProducerRecord<byte[], byte[]> gone(String topic, String key) {
        return new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), null);
    }

    @Override
    public void close() {
        producer.close();
        store.close();
        elasticsearch.close();
        kafka.close();
    }
}
