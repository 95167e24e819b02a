package io.tadoru.runtime;

import io.tadoru.event.Limits;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** What each topic must be like: how many partitions, kept how long, and whose clock stamps its records. */
public final class TopicPlan {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);

    private final int partitions;
    private final short replication;
    private final Duration marksKept;
    private final List<String> within;
    private final List<String> withinForEver;

    private TopicPlan(
            int partitions, short replication, Duration marksKept, List<String> within, List<String> withinForEver) {
        this.partitions = partitions;
        this.replication = replication;
        this.marksKept = marksKept;
        this.within = List.copyOf(within);
        this.withinForEver = List.copyOf(withinForEver);
    }

    /** The plan that these settings ask for. */
    public static TopicPlan of(Settings settings) {
        int days = settings.get(SettingList.CHAINS_HORIZON_DAYS) + settings.get(SettingList.CHAINS_LATENESS_DAYS);
        return new TopicPlan(
                settings.get(SettingList.KAFKA_PARTITIONS),
                settings.get(SettingList.KAFKA_REPLICATION_FACTOR).shortValue(),
                Duration.ofDays(days),
                List.of(),
                List.of());
    }

    /** The plan with the topics that a step has within, between its own parts; each with as many partitions as the rest. */
    public TopicPlan with(List<String> within) {
        return with(within, List.of());
    }

    /** The same, and topics that carry what must never be lost on the way. */
    public TopicPlan with(List<String> within, List<String> forEver) {
        return new TopicPlan(partitions, replication, marksKept, within, forEver);
    }

    /** All topics, ready to be created. */
    public List<NewTopic> topics() {
        return Stream.of(
                        between().stream(),
                        within.stream().map(name -> topic(name, partitions, kept(WEEK))),
                        withinForEver.stream().map(name -> topic(name, partitions, keptForEver())))
                .flatMap(Function.identity())
                .toList();
    }

    private List<NewTopic> between() {
        return List.of(
                topic(Topics.RAW, partitions, stampedByBroker(kept(WEEK))),
                topic(Topics.EVENTS, partitions, kept(WEEK)),
                topic(Topics.OBSERVATIONS, partitions, kept(WEEK)),
                topic(Topics.BINDINGS, partitions, compacted()),
                topic(Topics.MARKS, partitions, compactedAndKept(marksKept)),
                topic(Topics.RULES, 1, compacted()),
                topic(Topics.INDICATORS, 1, compacted()),
                topic(Topics.CHAINS, partitions, compactedAfter(WEEK)),
                topic(Topics.DECISIONS, 1, keptForEver()),
                topic(Topics.NOTIFICATIONS, partitions, compacted()),
                topic(Topics.REJECTS, partitions, kept(MONTH)),
                topic(Topics.SOURCES, partitions, compacted()));
    }

    private NewTopic topic(String name, int partitions, Map<String, String> configs) {
        Map<String, String> all = new HashMap<>(configs);
        all.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(Limits.TOPIC_RECORD_BYTES));
        return new NewTopic(name, partitions, replication).configs(all);
    }

    private static Map<String, String> kept(Duration time) {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                millis(time));
    }

    /** People's decisions outlive everything. */
    private static Map<String, String> keptForEver() {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                "-1");
    }

    private static Map<String, String> compacted() {
        return Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    }

    /** Every revision can be read for so long. */
    private static Map<String, String> compactedAfter(Duration lag) {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG,
                millis(lag));
    }

    private static Map<String, String> compactedAndKept(Duration time) {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT + "," + TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                millis(time));
    }

    /** Knowledge time: a shipper's own stamp could date a record out of its retention before it was read. */
    private static Map<String, String> stampedByBroker(Map<String, String> configs) {
        Map<String, String> all = new HashMap<>(configs);
        all.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        return all;
    }

    private static String millis(Duration time) {
        return Long.toString(time.toMillis());
    }
}
