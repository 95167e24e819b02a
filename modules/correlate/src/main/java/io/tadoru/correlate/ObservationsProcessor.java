package io.tadoru.correlate;

import io.tadoru.event.Observation;
import io.tadoru.identity.BindingRow;
import io.tadoru.identity.Runs;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Where observations become binding rows; says the rows that changed and answers what that changes. */
final class ObservationsProcessor implements Processor<String, Observation, String, Object> {
    private final ProcessorContext<String, Object> context;
    private final IdentityDesk desk;

    ObservationsProcessor(ProcessorContext<String, Object> context) {
        this.context = context;
        this.desk = new IdentityDesk(context);
    }

    @Override
    public void process(Record<String, Observation> record) {
        @Nullable Observation seen = record.value();
        if (seen == null) {
            return;
        }
        Runs.Change change = desk.observe(seen);
        change.removed().forEach(r -> say(r, null, record.timestamp()));
        change.put().forEach(r -> say(r, r, record.timestamp()));
        if (!change.isEmpty()) {
            desk.answerAnew(
                    seen.identity(),
                    a -> context.forward(
                            new Record<>(a.eventId(), (Object) a, record.timestamp()), CorrelateTopology.TO_ANSWERS));
        }
    }

    @SuppressWarnings("NullAway") // a tombstone
    private void say(BindingRow row, @Nullable Object value, long at) {
        context.forward(new Record<>(row.key(), value, at), CorrelateTopology.TO_BINDINGS);
    }
}
