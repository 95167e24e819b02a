package io.tadoru.index;

import io.tadoru.event.Event;
import io.tadoru.event.Fields;
import io.tadoru.event.Instants;
import io.tadoru.event.Json;
import io.tadoru.event.RawRecord;
import io.tadoru.event.Reject;
import io.tadoru.runtime.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Events that cannot be indexed become rejects on {@code tadoru.rejects}: nothing is lost. */
final class RefusedEvents {
    private final Producer<byte[], byte[]> producer;

    RefusedEvents(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /** Back when Kafka has them all. */
    void send(List<Reject> rejects) throws IOException, InterruptedException {
        List<Future<?>> sent = new ArrayList<>();
        rejects.forEach(r -> sent.add(producer.send(
                new ProducerRecord<>(Topics.REJECTS, r.source().getBytes(StandardCharsets.UTF_8), Json.bytes(r)))));
        for (Future<?> one : sent) {
            await(one);
        }
    }

    private static void await(Future<?> sent) throws IOException, InterruptedException {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw new IOException("a reject could not be sent", e.getCause());
        }
    }

    /**
     * The record as it came, as far as the event still tells.
     *
     * @param said when the event was said; the event's own time may be what it is refused for
     */
    static Reject reject(Event event, String id, Instant said, String reason) {
        byte[] original = event.text(Fields.EVENT_ORIGINAL).orElse("").getBytes(StandardCharsets.UTF_8);
        Instant known =
                event.text(Fields.EVENT_INGESTED).flatMap(Instants::parse).orElse(said);
        String source = event.text(Fields.SOURCE).orElse("unknown");
        String connector = event.text(Fields.CONNECTOR).orElse("unknown");
        Reject reject = Reject.rejected(new RawRecord(id, source, connector, "", known, original), reason);
        return event.hash().isEmpty() ? reject : withHash(reject, event.hash());
    }

    private static Reject withHash(Reject r, String hash) {
        return new Reject(
                r.id(),
                r.outcome(),
                r.source(),
                r.connector(),
                r.peer(),
                r.receivedAt(),
                r.reason(),
                r.length(),
                hash,
                r.head());
    }
}
