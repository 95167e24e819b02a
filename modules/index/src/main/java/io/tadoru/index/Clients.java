package io.tadoru.index;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka clients with what this step relies on; where the broker is, and secrets, come from the settings. */
final class Clients {
    private final Map<String, Object> settings;

    Clients(Map<String, Object> settings) {
        this.settings = Map.copyOf(settings);
    }

    KafkaConsumer<byte[], byte[]> member(String group) {
        return new KafkaConsumer<>(membership(group));
    }

    private Map<String, Object> membership(String group) {
        Map<String, Object> own = reading();
        own.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        own.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6000);
        own.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2000);
        return own;
    }

    /** Would rather read much at once than at once. */
    KafkaConsumer<byte[], byte[]> patientMember(String group) {
        Map<String, Object> own = membership(group);
        own.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 64 * 1024);
        own.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 2000);
        return new KafkaConsumer<>(own);
    }

    /** Reads everything, whoever else does. */
    KafkaConsumer<byte[], byte[]> reader() {
        Map<String, Object> own = reading();
        own.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        return new KafkaConsumer<>(own);
    }

    private Map<String, Object> reading() {
        Map<String, Object> own = new HashMap<>(settings);
        own.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        own.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        own.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        own.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        own.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        own.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        own.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2000);
        own.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 16 * 1024 * 1024);
        return own;
    }

    KafkaProducer<byte[], byte[]> producer() {
        Map<String, Object> own = new HashMap<>(settings);
        own.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        own.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        own.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        own.put(ProducerConfig.ACKS_CONFIG, "all");
        // one batch after the other: a partition without history could refuse the first of several for ever
        own.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        own.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 4 * 1024 * 1024);
        return new KafkaProducer<>(own);
    }
}
