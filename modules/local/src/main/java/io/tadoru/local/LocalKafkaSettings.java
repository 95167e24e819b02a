package io.tadoru.local;

import java.nio.file.Path;
import java.util.Properties;

/** What one broker on one machine needs to be told. */
final class LocalKafkaSettings {
    static final int NODE = 1;
    static final String CONTROLLER = "CONTROLLER";
    private static final String RECORD_BYTES = Integer.toString(4 * 1024 * 1024);
    private static final String INTERNAL_PARTITIONS = "3";

    private LocalKafkaSettings() {}

    static Properties of(Path data, int broker, int controller) {
        Properties settings = new Properties();
        listeners(settings, broker, controller);
        replication(settings);
        settings.setProperty("log.dirs", data.toString());
        settings.setProperty("message.max.bytes", RECORD_BYTES);
        settings.setProperty("replica.fetch.max.bytes", RECORD_BYTES);
        settings.setProperty("log.retention.bytes", "-1");
        settings.setProperty("auto.create.topics.enable", "false");
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
        // after kill -9 the broker waits this long for its own former self to be gone
        settings.setProperty("broker.session.timeout.ms", "4000");
        settings.setProperty("broker.heartbeat.interval.ms", "1000");
        // one machine, one core or two: the defaults are for a rack
        settings.setProperty("num.network.threads", "2");
        settings.setProperty("num.io.threads", "4");
        settings.setProperty("background.threads", "2");
        settings.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024));
        return settings;
    }

    private static void listeners(Properties settings, int broker, int controller) {
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", Integer.toString(NODE));
        settings.setProperty("controller.quorum.voters", NODE + "@" + Ports.HOST + ":" + controller);
        settings.setProperty("controller.listener.names", CONTROLLER);
        String plain = "PLAINTEXT://" + Ports.HOST + ":" + broker;
        settings.setProperty("listeners", plain + "," + CONTROLLER + "://" + Ports.HOST + ":" + controller);
        settings.setProperty("advertised.listeners", plain);
        settings.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
    }

    private static void replication(Properties settings) {
        settings.setProperty("default.replication.factor", "1");
        settings.setProperty("min.insync.replicas", "1");
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("offsets.topic.num.partitions", INTERNAL_PARTITIONS);
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("transaction.state.log.num.partitions", INTERNAL_PARTITIONS);
        settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
        settings.setProperty("share.coordinator.state.topic.min.isr", "1");
        settings.setProperty("share.coordinator.state.topic.num.partitions", INTERNAL_PARTITIONS);
    }
}
