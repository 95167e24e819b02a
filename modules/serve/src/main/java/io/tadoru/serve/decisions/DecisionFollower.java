package io.tadoru.serve.decisions;

import io.tadoru.chain.Decision;
import io.tadoru.event.Json;
import io.tadoru.runtime.Topics;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the topic from its beginning and goes on reading it; in no group, for every process needs all of it. */
final class DecisionFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DecisionFollower.class);
    private static final TopicPartition TOPIC = new TopicPartition(Topics.DECISIONS, 0);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Map<String, Object> kafka;
    private final Known known;
    private final CountDownLatch end = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private DecisionFollower(Map<String, Object> kafka, Known known) {
        this.kafka = new HashMap<>(kafka);
        this.kafka.keySet().removeIf(name -> name.startsWith("group."));
        this.kafka.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.kafka.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        this.known = known;
        this.thread =
                Thread.ofPlatform().daemon().name("tadoru-serve-decisions").unstarted(this::run);
    }

    static DecisionFollower start(Map<String, Object> kafka, Known known) {
        DecisionFollower follower = new DecisionFollower(kafka, known);
        follower.thread.start();
        return follower;
    }

    boolean alive() {
        return thread.isAlive();
    }

    /** Whether all that stood there at the start has been read, waiting for it so long. */
    boolean awaitEnd(Duration patience) throws InterruptedException {
        return end.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A broker that is away longer than its client waits is begun with anew. */
    private void run() {
        while (open()) {
            try (Consumer<byte[], byte[]> consumer =
                    new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                follow(consumer);
            } catch (WakeupException e) {
                return;
            } catch (KafkaException e) {
                LOG.warn("tadoru.decisions cannot be read, once more in a moment: {}", e.toString());
                pause();
            }
        }
    }

    private void follow(Consumer<byte[], byte[]> consumer) {
        consumer.assign(List.of(TOPIC));
        consumer.seekToBeginning(List.of(TOPIC));
        long stood = consumer.endOffsets(List.of(TOPIC)).getOrDefault(TOPIC, 0L);
        while (open()) {
            consumer.poll(POLL).forEach(this::read);
            if (consumer.position(TOPIC) >= stood) {
                end.countDown();
            }
        }
    }

    private void read(ConsumerRecord<byte[], byte[]> record) {
        try {
            known.add(Json.read(record.value(), Decision.class));
        } catch (UncheckedIOException | IllegalArgumentException | NullPointerException e) {
            LOG.warn("{}-{} is no decision", record.topic(), record.offset());
        }
    }

    private boolean open() {
        return closed.getCount() > 0;
    }

    private void pause() {
        try {
            boolean stop = closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            LOG.debug("going on: {}", !stop);
        } catch (InterruptedException e) {
            closed.countDown();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
