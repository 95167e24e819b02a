package io.tadoru.normalize;

import io.tadoru.connector.Member;
import io.tadoru.event.Event;
import io.tadoru.event.Json;
import io.tadoru.event.Observation;
import io.tadoru.runtime.RawTopic;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Where each raw record is read and examined, once; sends what became of it to the topics. */
final class NormalizeProcessor implements Processor<byte[], byte[], String, byte[]> {
    private static final Duration TELLING = Duration.ofSeconds(5);

    private final NormalizeParts parts;
    private final Walk walk;
    private final Versioned versioned;

    @SuppressWarnings("NullAway.Init") // Kafka calls init before all else
    private ProcessorContext<String, byte[]> context;

    @SuppressWarnings("NullAway.Init") // as above
    private Repeats repeats;

    @SuppressWarnings("NullAway.Init") // as above
    private AssemblyDesk desk;

    @SuppressWarnings("NullAway.Init") // as above
    private Listening listening;

    NormalizeProcessor(NormalizeParts parts) {
        this.parts = parts;
        this.walk = new Walk(parts);
        this.versioned = new Versioned(parts.clock());
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        this.context = context;
        // What an aborted transaction said was never said: a task that starts again remembers nothing.
        this.repeats = new Repeats();
        this.desk = new AssemblyDesk(context);
        this.listening = new Listening();
        context.schedule(TELLING, PunctuationType.WALL_CLOCK_TIME, now -> tell());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata at = context.recordMetadata().orElseThrow();
        byte @Nullable [] value = record.value();
        byte[] bytes = value == null ? new byte[0] : value;
        var raw = RawTopic.read(
                record.headers(), bytes, parts.rawTopicId(), at.partition(), at.offset(), record.timestamp());
        switch (walk.of(raw)) {
            case Outcome.Normal normal -> take(normal, record.timestamp());
            case Outcome.Refused refused ->
                send(
                        NormalizeTopology.TO_REJECTS,
                        refused.reject().source(),
                        Json.bytes(refused.reject()),
                        record.timestamp());
        }
    }

    private void take(Outcome.Normal normal, long at) {
        if (normal.parts().isEmpty()) {
            say(normal.said(), at);
        } else {
            assemble(normal, at);
        }
    }

    private void assemble(Outcome.Normal normal, long at) {
        Event own = normal.said().event();
        for (AssemblyDesk.Restated restated : desk.take(new Member(own, normal.parts()), at)) {
            boolean again = !restated.now().event().id().equals(own.id());
            walk.completed(restated, again)
                    .or(() -> again ? Optional.empty() : Optional.of(normal.said()))
                    .ifPresent(said -> say(said, at));
        }
    }

    private void say(Said said, long at) {
        String id = said.event().id();
        send(NormalizeTopology.TO_EVENTS, id, said.json(), at);
        said.observations().stream().filter(repeats::fresh).forEach(o -> say(o, at));
        said.marks().ifPresent(m -> send(NormalizeTopology.TO_MARKS, id, Json.bytes(m), at));
        said.hits().forEach(hit -> send(NormalizeTopology.TO_HITS, CorrelationProcessor.key(hit), Json.bytes(hit), at));
    }

    private void tell() {
        long at = Math.max(0, context.currentStreamTimeMs());
        listening
                .news()
                .forEach(heard -> send(NormalizeTopology.TO_HEARD, Heard.KEY + heard.place(), Json.bytes(heard), at));
    }

    private void say(Observation seen, long at) {
        send(NormalizeTopology.TO_OBSERVATIONS, seen.identity().toString(), Json.bytes(seen), at);
    }

    private void send(String sink, String key, byte[] value, long at) {
        context.forward(versioned.record(key, value, at), sink);
    }
}
