package io.tadoru.normalize;

import io.tadoru.detection.Correlated;
import io.tadoru.detection.Correlation;
import io.tadoru.detection.KeyedHit;
import io.tadoru.event.Json;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Where the hits of a correlation's key meet: says which results there are now, and which no longer. */
final class CorrelationProcessor implements Processor<String, byte[], String, byte[]> {
    /** So long after both the deadline and the receipt a line that would have said otherwise may still come. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    /** So long after that a source that is not heard is taken for mute, and the result is presumed. */
    static final Duration MUTE = Duration.ofMinutes(30);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final NormalizeParts parts;
    private final Versioned versioned;

    @SuppressWarnings("NullAway.Init") // Kafka calls init before all else
    private ProcessorContext<String, byte[]> context;

    @SuppressWarnings("NullAway.Init") // as above
    private HitDesk desk;

    @SuppressWarnings("NullAway.Init") // as above
    private Waiting waiting;

    @SuppressWarnings("NullAway.Init") // as above
    private Ears ears;

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
        this.ears = new Ears(context);
        context.schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, this::confirm);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        byte @Nullable [] value = record.value();
        if (value == null) {
            return;
        }
        lastHeard = context.currentSystemTimeMs();
        if (record.key().startsWith(Heard.KEY)) {
            ears.hear(Json.read(value, Heard.class), record.timestamp());
        } else {
            take(record, Json.read(value, KeyedHit.class));
        }
    }

    private void take(Record<String, byte[]> record, KeyedHit hit) {
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
            long due = Math.max(deadline.toEpochMilli(), known) + PATIENCE.toMillis();
            waiting.until(due, new Waiting.Held(result, deadline, due + MUTE.toMillis()));
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
        waiting.due(
                now,
                held -> correlated
                        .correlator()
                        .find(held.result().correlation())
                        .ifPresent(correlation -> confirm(correlation, correlated, held, now)));
    }

    /** Said when all who might deny it have been heard beyond the deadline; presumed when one stays mute too long. */
    private void confirm(Correlation correlation, Correlated correlated, Waiting.Held held, long now) {
        Ears.Answer answer = ears.beyond(correlation.ref().id(), held.deadline(), now);
        long at = context.currentStreamTimeMs() > 0
                ? context.currentStreamTimeMs()
                : now; // a stamp of 1970 is deleted at once
        if (answer.any() && answer.mute().isEmpty()) {
            say(correlation, correlated, held.result(), at);
        } else if (now >= held.patience()) {
            say(correlation, correlated, Correlated.presumed(held.result(), answer.mute()), at);
        } else {
            waiting.until(now + PATIENCE.toMillis(), held);
        }
    }

    /** What hits of the same correlation and key have in common; the values are hostile, and may hold anything. */
    static String key(KeyedHit hit) {
        return hit.correlation() + Json.text(hit.key());
    }
}
