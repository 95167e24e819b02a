package io.tadoru.runtime;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the topics what the plan says before a line is sent; run again, it changes nothing. */
public final class TopicSetup {
    private static final Logger LOG = LoggerFactory.getLogger(TopicSetup.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Admin admin;
    private final List<NewTopic> planned;

    private TopicSetup(Admin admin, TopicPlan plan) {
        this.admin = admin;
        this.planned = plan.topics();
    }

    /**
     * Creates what is missing and corrects what differs.
     *
     * @return the unique id of {@code tadoru.raw}, which the ids of events from the network are made of
     * @throws SettingsException when a topic has other partitions than planned: keys would move between them
     * @throws IllegalStateException when the broker does not answer or refuses
     */
    public static String ensure(Admin admin, TopicPlan plan) throws InterruptedException {
        var setup = new TopicSetup(admin, plan);
        setup.create(setup.missing());
        Map<String, TopicDescription> topics = setup.describeAll();
        setup.checkPartitions(topics);
        setup.configure();
        return requireNonNull(topics.get(Topics.RAW)).topicId().toString();
    }

    private List<NewTopic> missing() throws InterruptedException {
        Set<String> existing = await(admin.listTopics().names(), "list topics");
        return planned.stream()
                .filter(topic -> !existing.contains(topic.name()))
                .toList();
    }

    private void create(List<NewTopic> missing) throws InterruptedException {
        for (var creation : admin.createTopics(missing).values().entrySet()) {
            try {
                creation.getValue().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                LOG.info("topic {} created", creation.getKey());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) { // another process was faster
                    throw refused("create topic " + creation.getKey(), e);
                }
            } catch (TimeoutException e) {
                throw refused("create topic " + creation.getKey(), e);
            }
        }
    }

    /** A broker may not know yet what its controller has just created. */
    private Map<String, TopicDescription> describeAll() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return admin.describeTopics(names()).allTopicNames().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                boolean young = e.getCause() instanceof UnknownTopicOrPartitionException;
                if (!young || System.nanoTime() > deadline) {
                    throw refused("describe topics", e);
                }
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (TimeoutException e) {
                throw refused("describe topics", e);
            }
        }
    }

    private void checkPartitions(Map<String, TopicDescription> topics) {
        List<String> faults = new ArrayList<>();
        for (NewTopic plan : planned) {
            int found = requireNonNull(topics.get(plan.name())).partitions().size();
            if (found != plan.numPartitions()) {
                faults.add("topic %s has %d partitions, planned are %d; set %s to what it has, or delete the topics"
                        .formatted(plan.name(), found, plan.numPartitions(), SettingList.KAFKA_PARTITIONS.name()));
            }
        }
        if (!faults.isEmpty()) {
            throw new SettingsException(faults);
        }
    }

    private void configure() throws InterruptedException {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        var found = await(
                admin.describeConfigs(planned.stream().map(TopicSetup::resource).toList())
                        .all(),
                "read topics");
        for (NewTopic plan : planned) {
            List<AlterConfigOp> differing = differing(plan, requireNonNull(found.get(resource(plan))));
            if (!differing.isEmpty()) {
                changes.put(resource(plan), differing);
                LOG.info("topic {} is set as planned", plan.name());
            }
        }
        if (!changes.isEmpty()) {
            await(admin.incrementalAlterConfigs(changes).all(), "set topics");
        }
    }

    private static List<AlterConfigOp> differing(NewTopic plan, Config found) {
        return plan.configs().entrySet().stream()
                .filter(config ->
                        !config.getValue().equals(found.get(config.getKey()).value()))
                .map(config -> new AlterConfigOp(
                        new ConfigEntry(config.getKey(), config.getValue()), AlterConfigOp.OpType.SET))
                .toList();
    }

    private List<String> names() {
        return planned.stream().map(NewTopic::name).toList();
    }

    private static ConfigResource resource(NewTopic topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }

    private static <T> T await(KafkaFuture<T> answer, String what) throws InterruptedException {
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw refused(what, e);
        }
    }

    private static IllegalStateException refused(String what, Exception e) {
        Throwable reason = e.getCause() == null ? e : e.getCause();
        return new IllegalStateException("Kafka did not " + what + ": " + reason.getMessage(), e);
    }
}
