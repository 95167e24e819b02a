package io.tadoru.normalize;

import io.tadoru.detection.Correlated;
import io.tadoru.detection.Correlation;
import io.tadoru.detection.KeyedHit;
import io.tadoru.event.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Where the hits of a correlation's key meet: says which results there are now, and which no longer. */
final class CorrelationProcessor implements Processor<String, byte[], String, byte[]> {
    /** So long after both the deadline and the receipt a line that would have said otherwise may still come. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final NormalizeParts parts;
    private final Versioned versioned;

    @SuppressWarnings("NullAway.Init") // Kafka calls init before all else
    private ProcessorContext<String, byte[]> context;

    @SuppressWarnings("NullAway.Init") // as above
    private HitDesk desk;

    @SuppressWarnings("NullAway.Init") // as above
    private Waiting waiting;

    private long lastHeard;

    CorrelationProcessor(NormalizeParts parts) {
        this.parts = parts;
        this.versioned = new Versioned(parts.clock());
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        this.context = context;
        this.desk = new HitDesk(context);
        this.waiting = new Waiting(context);
        context.schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, this::confirm);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        byte @Nullable [] value = record.value();
        if (value == null) {
            return;
        }
        lastHeard = context.currentSystemTimeMs();
        KeyedHit hit = Json.read(value, KeyedHit.class);
        Correlated correlated = parts.examiner().correlated();
        // a correlation that is no longer in force: what it found stands until hindsight takes it back
        correlated
                .correlator()
                .find(hit.correlation())
                .ifPresent(correlation -> desk.take(record.key(), hit, correlation, correlated, record.timestamp())
                        .forEach(change -> change(correlation, correlated, change, record.timestamp())));
    }

    private void change(Correlation correlation, Correlated correlated, HitDesk.Change change, long known) {
        KeyedHit result = change.result();
        Instant deadline = change.deadline();
        if (result.withdrawn()) {
            if (!waiting.forget(result)) {
                say(correlation, correlated, result, known);
            }
        } else if (deadline.isAfter(result.time())) {
            waiting.until(Math.max(deadline.toEpochMilli(), known) + PATIENCE.toMillis(), result);
        } else {
            say(correlation, correlated, result, known);
        }
    }

    private void say(Correlation correlation, Correlated correlated, KeyedHit result, long at) {
        correlated
                .marks(correlation, result)
                .ifPresent(marks -> context.forward(
                        versioned.record(marks.eventId(), Json.bytes(marks), at), NormalizeTopology.TO_MARKS));
        correlated
                .onwards(correlation, result)
                .forEach(hit ->
                        context.forward(versioned.record(key(hit), Json.bytes(hit), at), NormalizeTopology.TO_HITS));
    }

    /** The stream's own time where it moves on; the wall clock where nothing has come for a while. */
    private void confirm(long wallClock) {
        boolean quiet = wallClock - lastHeard > PATIENCE.toMillis();
        long now = quiet ? Math.max(wallClock, context.currentStreamTimeMs()) : context.currentStreamTimeMs();
        Correlated correlated = parts.examiner().correlated();
        waiting.due(now, (place, result) -> {
            Optional<Correlation> correlation = correlated.correlator().find(result.correlation());
            correlation.ifPresent(c -> say(c, correlated, result, Math.max(0, context.currentStreamTimeMs())));
        });
    }

    /** What hits of the same correlation and key have in common; the values are hostile, and may hold anything. */
    static String key(KeyedHit hit) {
        return hit.correlation() + Json.text(hit.key());
    }
}
