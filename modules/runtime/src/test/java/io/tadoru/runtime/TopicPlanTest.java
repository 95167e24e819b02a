package io.tadoru.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicPlanTest {
    private static final long DAY = 86_400_000L;

    @Test
    void allTopicsTakeFourMegabytes() {
        assertThat(TopicPlan.of(Settings.defaults()).topics())
                .hasSize(12)
                .allSatisfy(topic -> assertThat(topic.configs()).containsEntry("max.message.bytes", "4194304"));
    }

    @Test
    void rawRecordsAreStampedByTheBrokerAndKeptAWeek() {
        assertThat(configs(Settings.defaults(), Topics.RAW))
                .containsEntry("message.timestamp.type", "LogAppendTime")
                .containsEntry("retention.ms", Long.toString(7 * DAY))
                .containsEntry("cleanup.policy", "delete");
    }

    @Test
    void marksAreKeptForHorizonAndLateness() {
        Settings settings =
                Settings.load(null, Map.of(), Map.of("chains.horizon-days", "20", "chains.lateness-days", "1"));

        assertThat(configs(settings, Topics.MARKS))
                .containsEntry("retention.ms", Long.toString(21 * DAY))
                .containsEntry("cleanup.policy", "compact,delete");
    }

    @Test
    void revisionsOfChainsCanBeReadForAWeek() {
        assertThat(configs(Settings.defaults(), Topics.CHAINS))
                .containsEntry("cleanup.policy", "compact")
                .containsEntry("min.compaction.lag.ms", Long.toString(7 * DAY));
    }

    @Test
    void decisionsAreKeptForEverInOneOrder() {
        assertThat(configs(Settings.defaults(), Topics.DECISIONS)).containsEntry("retention.ms", "-1");
        assertThat(topic(Settings.defaults(), Topics.DECISIONS).numPartitions()).isEqualTo(1);
    }

    @Test
    void whatAStepPassesOnWithinIsKeptAsLongAsItMustBe() {
        TopicPlan plan = TopicPlan.of(Settings.defaults()).with(List.of("soon"), List.of("ever"));

        assertThat(plan.topics())
                .filteredOn(topic -> List.of("soon", "ever").contains(topic.name()))
                .extracting(topic -> topic.configs().get("retention.ms"))
                .containsExactly(Long.toString(7 * DAY), "-1");
    }

    @Test
    void partitionsAndReplicationFollowTheSettings() {
        Settings settings =
                Settings.load(null, Map.of(), Map.of("kafka.partitions", "12", "kafka.replication-factor", "3"));

        assertThat(topic(settings, Topics.EVENTS).numPartitions()).isEqualTo(12);
        assertThat(topic(settings, Topics.EVENTS).replicationFactor()).isEqualTo((short) 3);
    }

    private static Map<String, String> configs(Settings settings, String name) {
        return topic(settings, name).configs();
    }

    private static NewTopic topic(Settings settings, String name) {
        return TopicPlan.of(settings).topics().stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
