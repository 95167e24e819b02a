package io.tadoru.serve.decisions;

import io.tadoru.chain.Decision;
import io.tadoru.event.Json;
import io.tadoru.runtime.Topics;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends a decision and comes back when Kafka has it: what a person was told is kept, is kept. */
final class DecisionSender implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;

    private final Producer<byte[], byte[]> producer;

    private DecisionSender(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    static DecisionSender open(Map<String, Object> kafka) {
        Map<String, Object> all = new HashMap<>(kafka);
        all.keySet().removeIf(name -> name.startsWith("group."));
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
        all.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS / 2);
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        return new DecisionSender(new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    void send(Decision decision) throws IOException {
        byte[] key = decision.caseNumber().getBytes(StandardCharsets.UTF_8);
        try {
            producer.send(new ProducerRecord<>(Topics.DECISIONS, key, Json.bytes(decision)))
                    .get(2 * PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new IOException("Kafka did not take the decision", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("stopped while a decision was sent").initCause(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
