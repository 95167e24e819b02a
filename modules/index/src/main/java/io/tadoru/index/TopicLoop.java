package io.tadoru.index;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls one topic, hands each poll to the {@link Intake}, commits. While Elasticsearch is away the partitions are paused and
 * polling goes on, so that the group sees a living member and does not rebalance.
 */
final class TopicLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicLoop.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long PATIENCE_MS = 500;

    private final String topic;
    private final Consumer<byte[], byte[]> consumer;
    private final Intake intake;
    private final ExecutorService worker = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread thread;
    private volatile State state = State.STARTING;
    private volatile boolean closing;
    private boolean busy;

    TopicLoop(String topic, Consumer<byte[], byte[]> consumer, Intake intake) {
        this.topic = topic;
        this.consumer = consumer;
        this.intake = intake;
        this.thread = Thread.ofPlatform().name("index-" + topic).unstarted(this::run);
    }

    /** Starts reading. */
    void start() {
        thread.start();
    }

    State state() {
        return state;
    }

    private void run() {
        try (consumer) {
            consumer.subscribe(List.of(topic), new PauseWhileBusy());
            while (!closing) {
                step();
            }
            state = State.STOPPED;
        } catch (WakeupException | InterruptedException e) {
            state = State.STOPPED;
        } catch (RuntimeException e) {
            state = closing ? State.STOPPED : State.FAILED;
            report(e);
        }
    }

    private void report(RuntimeException e) {
        if (!closing) {
            LOG.error("indexing of {} stops", topic, e);
        }
    }

    private void step() throws InterruptedException {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        state = State.READING;
        if (!records.isEmpty()) {
            settle(records);
        }
    }

    private void settle(ConsumerRecords<byte[], byte[]> records) throws InterruptedException {
        List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>(records.count());
        records.forEach(batch::add);
        Future<?> writing = worker.submit(() -> insist(batch));
        busy = true;
        while (!done(writing)) {
            state = State.WAITING;
            consumer.pause(consumer.assignment());
            consumer.poll(Duration.ZERO);
        }
        busy = false;
        consumer.resume(consumer.paused());
        commit(records);
    }

    /** Elasticsearch's absence is waited for here too, where it was asked rather than written to. */
    private @Nullable Object insist(List<ConsumerRecord<byte[], byte[]>> batch) throws InterruptedException {
        for (int tries = 0; ; tries++) {
            try {
                intake.take(batch);
                return null;
            } catch (IOException e) {
                stopIfClosing();
                warn(tries, e);
                Thread.sleep(1000);
            }
        }
    }

    private void warn(int tries, IOException e) {
        if (tries % 60 == 0) {
            LOG.warn("indexing of {} waits: {}", topic, e.toString());
        }
    }

    /** Clients do not all let an interruption through as what it is. */
    private void stopIfClosing() throws InterruptedException {
        if (closing) {
            throw new InterruptedException("closed while Elasticsearch was being waited for");
        }
    }

    private static boolean done(Future<?> writing) throws InterruptedException {
        try {
            writing.get(PATIENCE_MS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a batch could not be indexed", e.getCause());
        }
    }

    /** A commit that fails is not repeated: the next one covers it, or the partition's new owner reads again. */
    private void commit(ConsumerRecords<byte[], byte[]> records) {
        try {
            consumer.commitSync(records.nextOffsets());
        } catch (WakeupException | AuthorizationException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.info("offsets of {} were not committed: {}", topic, e.toString());
        }
    }

    @Override
    public void close() {
        closing = true;
        worker.shutdownNow();
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

    /** A partition that comes while a batch is in flight must not deliver yet. */
    private final class PauseWhileBusy implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (busy) {
                consumer.pause(partitions);
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            // what is in flight is written twice at worst, which changes nothing
        }
    }
}
