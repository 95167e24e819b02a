package io.tadoru.serve.notify;

import io.tadoru.event.Json;
import io.tadoru.runtime.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All {@link Telling}s, read from {@code tadoru.notifications} and written there before anything relies on them. */
final class Memory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Memory.class);
    private static final Duration KEPT = Duration.ofDays(90);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int SECONDS = 130; // longer than the producer itself tries

    private final Consumer<byte[], byte[]> consumer;
    private final Producer<byte[], byte[]> producer;
    private final Map<String, Telling> tellings = new HashMap<>();
    private final Map<String, Set<String>> chainsByCase = new HashMap<>();

    Memory(Consumer<byte[], byte[]> consumer, Producer<byte[], byte[]> producer) {
        this.consumer = consumer;
        this.producer = producer;
    }

    /** Reads what was known before this process. */
    void recall() {
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.NOTIFICATIONS).stream()
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
            follow(POLL);
        }
    }

    /** Takes in what other processes have written; what this one wrote comes by again, perhaps after it was changed. */
    void follow(Duration wait) {
        consumer.poll(wait).forEach(this::take);
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        String chain = new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            forget(chain);
            return;
        }
        try {
            remember(Json.read(record.value(), Telling.class));
        } catch (RuntimeException e) {
            LOG.warn("{}-{}@{} cannot be read: {}", record.topic(), record.partition(), record.offset(), e.getClass());
        }
    }

    private void remember(Telling telling) {
        tellings.merge(telling.news().chain(), telling, (a, b) -> b.change() >= a.change() ? b : a);
        chainsByCase
                .computeIfAbsent(telling.news().caseNumber(), k -> new LinkedHashSet<>())
                .add(telling.news().chain());
    }

    private void forget(String chain) {
        Telling gone = tellings.remove(chain);
        if (gone != null) {
            chainsByCase.remove(gone.news().caseNumber());
        }
    }

    /** What was told of this chain, and of those that it has taken in. */
    Collection<Telling> of(News news) {
        Set<String> chains = new LinkedHashSet<>(List.of(news.chain()));
        news.cases().forEach(c -> chains.addAll(chainsByCase.getOrDefault(c, Set.of())));
        return chains.stream().map(tellings::get).filter(Objects::nonNull).toList();
    }

    boolean knows(String chain) {
        return tellings.containsKey(chain);
    }

    /** A copy, so that what is done with them may change them. */
    List<Telling> all() {
        return new ArrayList<>(tellings.values());
    }

    /** The telling of that chain as it now is. */
    Telling get(String chain) {
        return Objects.requireNonNull(tellings.get(chain), chain);
    }

    /** Back when it is written. */
    void keep(Telling telling) {
        write(telling.news().chain(), Json.bytes(telling));
        remember(telling);
    }

    /** Chains that have long been told of and from which nothing has been heard since. */
    void forgetOld(Instant now) {
        for (Telling telling : all()) {
            if (telling.errands().isEmpty() && telling.heard().isBefore(now.minus(KEPT))) {
                erase(telling.news().chain());
            }
        }
    }

    @SuppressWarnings("NullAway") // Kafka's own contract: null is a tombstone
    private void erase(String chain) {
        write(chain, null);
        forget(chain);
    }

    @SuppressWarnings("NullAway") // as above
    private void write(String chain, byte @Nullable [] value) {
        var record = new ProducerRecord<>(Topics.NOTIFICATIONS, chain.getBytes(StandardCharsets.UTF_8), value);
        try {
            producer.send(record).get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("what is told cannot be written to " + Topics.NOTIFICATIONS, e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        consumer.close();
        producer.close();
    }
}
