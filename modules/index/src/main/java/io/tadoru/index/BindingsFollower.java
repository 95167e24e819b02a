package io.tadoru.index;

import io.tadoru.runtime.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the bindings to their end before any event is named, then follows them. Every process reads all of them. */
final class BindingsFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BindingsFollower.class);
    private static final int TRIES = 20;

    private final Consumer<byte[], byte[]> consumer;
    private final KnownBindings known;
    private final Map<Integer, Long> taken = new ConcurrentHashMap<>();
    private final CountDownLatch complete = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("index-bindings").unstarted(this::run);
    private volatile State state = State.STARTING;
    private volatile boolean closing;

    BindingsFollower(Consumer<byte[], byte[]> consumer, KnownBindings known) {
        this.consumer = consumer;
        this.known = known;
    }

    void start() {
        thread.start();
    }

    State state() {
        return state;
    }

    /** Back when all rows that stood there at the start are known; also when reading failed, for events must not wait. */
    void awaitEnd() throws InterruptedException {
        complete.await();
    }

    /** Back when these records of the bindings topic, which another consumer has read, are known here too. */
    void awaitKnown(List<ConsumerRecord<byte[], byte[]>> records) throws IOException, InterruptedException {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            while (taken.getOrDefault(record.partition(), -1L) < record.offset()) {
                if (state == State.FAILED) {
                    throw new IOException("bindings are no longer followed");
                }
                Thread.sleep(20);
            }
        }
    }

    private void run() {
        try (consumer) {
            follow(partitions());
            state = State.STOPPED;
        } catch (WakeupException | InterruptedException e) {
            state = State.STOPPED;
        } catch (RuntimeException e) {
            state = State.FAILED;
            LOG.error("hosts are no longer named from bindings", e);
        } finally {
            complete.countDown();
        }
    }

    private List<TopicPartition> partitions() throws InterruptedException {
        for (int tries = 1; !closing; tries++) {
            var partitions = consumer.partitionsFor(Topics.BINDINGS);
            if (partitions != null && !partitions.isEmpty()) {
                return partitions.stream()
                        .map(p -> new TopicPartition(p.topic(), p.partition()))
                        .toList();
            }
            giveUpWaiting(tries);
            Thread.sleep(500);
        }
        return List.of();
    }

    private void giveUpWaiting(int tries) {
        if (tries == TRIES) {
            LOG.warn("there is no topic {}: events are indexed without its hosts until it comes", Topics.BINDINGS);
            complete.countDown();
        }
    }

    private void follow(List<TopicPartition> partitions) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (!closing && !partitions.isEmpty()) {
            if (complete.getCount() > 0 && reached(ends)) {
                state = State.READING;
                complete.countDown();
            }
            consumer.poll(Duration.ofMillis(200)).forEach(this::take);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            known.put(record.key(), record.value());
        } catch (RuntimeException e) {
            LOG.warn("{}-{}@{} is no row: {}", record.topic(), record.partition(), record.offset(), e.getClass());
        }
        taken.put(record.partition(), record.offset());
    }

    private boolean reached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue());
    }

    @Override
    public void close() {
        closing = true;
        if (thread.isAlive()) {
            consumer.wakeup();
            join();
        }
    }

    private void join() {
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
