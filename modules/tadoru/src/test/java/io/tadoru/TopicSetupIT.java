package io.tadoru;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tadoru.local.LocalKafka;
import io.tadoru.runtime.Settings;
import io.tadoru.runtime.SettingsException;
import io.tadoru.runtime.TopicPlan;
import io.tadoru.runtime.TopicSetup;
import io.tadoru.runtime.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real broker: the topics become what the plan says, however often it is said. */
class TopicSetupIT {
    private static final ConfigResource RAW = new ConfigResource(ConfigResource.Type.TOPIC, Topics.RAW);

    @TempDir
    Path folder;

    @Test
    void topicsBecomeWhatThePlanSaysAndStayItWhenSetUpAgain() throws Exception {
        try (LocalKafka kafka = LocalKafka.start(folder, 0);
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            String id = TopicSetup.ensure(admin, plan("2"));
            assertThat(admin.listTopics().names().get()).contains(Topics.RAW, Topics.CHAINS, Topics.DECISIONS);
            assertThat(raw(admin).get("message.timestamp.type").value()).isEqualTo("LogAppendTime");

            shortenRetention(admin);
            awaitRetention(admin, "1000");
            assertThat(TopicSetup.ensure(admin, plan("2"))).isEqualTo(id);
            awaitRetention(admin, "604800000");

            assertThatThrownBy(() -> TopicSetup.ensure(admin, plan("3")))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("topic tadoru.raw has 2 partitions, planned are 3");
        }
    }

    private static TopicPlan plan(String partitions) {
        return TopicPlan.of(Settings.load(null, Map.of(), Map.of("kafka.partitions", partitions)));
    }

    private static void shortenRetention(Admin admin) throws Exception {
        var shorter = new AlterConfigOp(new ConfigEntry("retention.ms", "1000"), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(RAW, List.of(shorter))).all().get();
    }

    /** What a controller has decided, its broker knows a moment later. */
    private static void awaitRetention(Admin admin, String millis) {
        await().untilAsserted(
                        () -> assertThat(raw(admin).get("retention.ms").value()).isEqualTo(millis));
    }

    private static Config raw(Admin admin) throws Exception {
        return requireNonNull(admin.describeConfigs(List.of(RAW)).all().get().get(RAW));
    }
}
