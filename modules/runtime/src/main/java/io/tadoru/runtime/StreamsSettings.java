package io.tadoru.runtime;

import io.tadoru.event.Limits;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndFailExceptionHandler;
import org.apache.kafka.streams.errors.LogAndFailProcessingExceptionHandler;

/** How every Kafka Streams application of Tadoru runs. */
public final class StreamsSettings {
    private StreamsSettings() {}

    /**
     * Properties that a step may add to.
     *
     * @param application id of the application, such as {@code tadoru-normalize}
     */
    public static Properties of(String application, Settings settings) {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, settings.get(SettingList.KAFKA_BOOTSTRAP_SERVERS));
        properties.put(
                StreamsConfig.STATE_DIR_CONFIG,
                settings.get(SettingList.STATE_DIRECTORY).toString());
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, settings.get(SettingList.KAFKA_REPLICATION_FACTOR));
        addGuarantees(properties);
        addGroup(properties);
        settings.find(SettingList.KAFKA_INSTANCE_ID)
                .ifPresent(id -> properties.put(consumer(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), id));
        addSizes(properties);
        return properties;
    }

    /** Bad lines are values: what still throws is a bug or a broken world, and skipping a record would lose it. */
    private static void addGuarantees(Properties properties) {
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.NO_OPTIMIZATION);
        properties.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, LogAndFailExceptionHandler.class);
        properties.put(
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, LogAndFailProcessingExceptionHandler.class);
    }

    /** Short sessions: with the defaults, a start after a kill stands 45 s waiting for the dead member. */
    private static void addGroup(Properties properties) {
        properties.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, 0);
        properties.put(consumer(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6000);
        properties.put(consumer(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 2000);
        properties.put(consumer(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    }

    /** A record too large to forward is retried for ever, so internal topics take what the others take. */
    private static void addSizes(Properties properties) {
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), Limits.TOPIC_RECORD_BYTES);
        properties.put(
                StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG),
                Integer.toString(Limits.TOPIC_RECORD_BYTES));
    }

    private static String consumer(String name) {
        return StreamsConfig.consumerPrefix(name);
    }

    /** How to stop: the group is left, so that the next start need not wait for this one's session to end. */
    public static CloseOptions closing(Duration patience) {
        return CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(patience);
    }
}
