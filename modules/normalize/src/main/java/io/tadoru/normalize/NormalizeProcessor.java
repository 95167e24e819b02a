package io.tadoru.normalize;

import io.tadoru.event.Json;
import io.tadoru.event.Observation;
import io.tadoru.runtime.RawTopic;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Where each raw record is read and examined, once; sends what became of it to the topics. */
final class NormalizeProcessor implements Processor<byte[], byte[], String, byte[]> {
    private final NormalizeParts parts;
    private final Walk walk;

    @SuppressWarnings("NullAway.Init") // Kafka calls init before all else
    private ProcessorContext<String, byte[]> context;

    @SuppressWarnings("NullAway.Init") // as above
    private Repeats repeats;

    NormalizeProcessor(NormalizeParts parts) {
        this.parts = parts;
        this.walk = new Walk(parts);
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        this.context = context;
        // What an aborted transaction said was never said: a task that starts again remembers nothing.
        this.repeats = new Repeats();
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata at = context.recordMetadata().orElseThrow();
        byte @Nullable [] value = record.value();
        byte[] bytes = value == null ? new byte[0] : value;
        var raw = RawTopic.read(
                record.headers(), bytes, parts.rawTopicId(), at.partition(), at.offset(), record.timestamp());
        switch (walk.of(raw)) {
            case Outcome.Normal normal -> say(normal, record.timestamp());
            case Outcome.Refused refused ->
                send(
                        NormalizeTopology.TO_REJECTS,
                        refused.reject().source(),
                        Json.bytes(refused.reject()),
                        record.timestamp());
        }
    }

    private void say(Outcome.Normal normal, long at) {
        String id = normal.event().id();
        send(NormalizeTopology.TO_EVENTS, id, normal.json(), at);
        normal.observations().stream().filter(repeats::fresh).forEach(o -> say(o, at));
        normal.marks().ifPresent(m -> send(NormalizeTopology.TO_MARKS, id, Json.bytes(m), at));
    }

    private void say(Observation seen, long at) {
        send(NormalizeTopology.TO_OBSERVATIONS, seen.identity().toString(), Json.bytes(seen), at);
    }

    /** The record's stamp stays knowledge time; the version is the wall clock at which it is said. */
    private void send(String sink, String key, byte[] value, long at) {
        context.forward(new Record<>(key, value, at, version()), sink);
    }

    private Headers version() {
        return new RecordHeaders()
                .add("version", Long.toString(parts.clock().millis()).getBytes(StandardCharsets.UTF_8));
    }
}
