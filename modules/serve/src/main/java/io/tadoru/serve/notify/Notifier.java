package io.tadoru.serve.notify;

import io.tadoru.runtime.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads {@code tadoru.chains} and tells people. One thread decides: what is to be told is written down before the chain's
 * offset is committed, and what was told after it was told.
 */
public final class Notifier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
    private static final Duration POLL = Duration.ofMillis(300);
    private static final Duration CLEANING = Duration.ofHours(1);

    private final Consumer<byte[], byte[]> chains;
    private final Memory memory;
    private final Policy policy;
    private final String page;
    private final Deliveries deliveries;
    private final Clock clock;
    private final Thread thread = Thread.ofPlatform().name("notify").unstarted(this::run);
    private Instant cleaned = Instant.EPOCH;
    private volatile boolean failed;
    private volatile boolean closing;

    Notifier(
            Consumer<byte[], byte[]> chains,
            Memory memory,
            Policy policy,
            String page,
            Collection<Courier> couriers,
            Clock clock) {
        this.chains = chains;
        this.memory = memory;
        this.policy = policy;
        this.page = page;
        this.deliveries = new Deliveries(couriers);
        this.clock = clock;
    }

    /** Begins to read. */
    public void start() {
        thread.start();
    }

    /** Whether it still does its work; a receiver that cannot be reached is part of it. */
    public boolean healthy() {
        return !failed;
    }

    private void run() {
        try (chains;
                memory) {
            memory.recall();
            chains.subscribe(List.of(Topics.CHAINS));
            while (!closing) {
                step();
            }
        } catch (WakeupException e) {
            LOG.debug("woken to close");
        } catch (RuntimeException e) {
            failed = !closing;
            report(e);
        }
    }

    private void report(RuntimeException e) {
        if (!closing) {
            LOG.error("nobody is told of chains any more", e);
        }
    }

    private void step() {
        memory.follow(Duration.ZERO);
        ConsumerRecords<byte[], byte[]> records = chains.poll(POLL);
        Instant now = clock.instant();
        records.forEach(record -> hear(record, now));
        if (!records.isEmpty()) {
            chains.commitSync(records.nextOffsets());
        }
        deliveries.ended().forEach(outcome -> ended(outcome, now));
        begin(now);
        clean(now);
    }

    private void hear(ConsumerRecord<byte[], byte[]> record, Instant now) {
        try {
            if (record.value() != null) {
                hear(News.of(record.value()), record.partition(), now);
            }
        } catch (java.io.UncheckedIOException e) {
            LOG.warn("{}-{}@{} is no chain", record.topic(), record.partition(), record.offset());
        }
    }

    private void hear(News news, int partition, Instant now) {
        if (policy.fresh(news, now) || memory.knows(news.chain())) {
            Telling telling = Telling.hear(news, partition, memory.of(news), now, policy);
            if (telling.matters() || memory.knows(news.chain())) {
                memory.keep(telling);
            }
        }
    }

    private void ended(Deliveries.Outcome outcome, Instant now) {
        Errand errand = outcome.notice().errand();
        String chain = outcome.notice().news().chain();
        if (memory.knows(chain)) {
            Telling telling = memory.get(chain);
            memory.keep(
                    outcome.delivered() ? telling.delivered(errand, now, policy) : telling.failed(errand, now, policy));
        }
    }

    /** Of the partitions that this process reads; others are other processes' to deliver. */
    private void begin(Instant now) {
        Set<Integer> mine =
                chains.assignment().stream().map(TopicPartition::partition).collect(Collectors.toSet());
        for (Telling telling : memory.all()) {
            if (mine.contains(telling.partition())) {
                telling.due(now).forEach(errand -> deliveries.begin(new Notice(telling.news(), errand, page)));
            }
        }
    }

    private void clean(Instant now) {
        if (now.isAfter(cleaned.plus(CLEANING))) {
            memory.forgetOld(now);
            cleaned = now;
        }
    }

    /** What is under way is given up, and told again by whoever comes next. */
    @Override
    public void close() {
        closing = true;
        deliveries.close();
        if (thread.isAlive()) {
            chains.wakeup();
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
