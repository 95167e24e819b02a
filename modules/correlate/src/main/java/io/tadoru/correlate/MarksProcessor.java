package io.tadoru.correlate;

import io.tadoru.detection.Marks;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Where the marks of an event arrive: it asks whose event it is. */
final class MarksProcessor implements Processor<String, Marks, String, Object> {
    private final ProcessorContext<String, Object> context;
    private final EventDesk desk;

    private final Retention retention;

    MarksProcessor(ProcessorContext<String, Object> context, Retention retention) {
        this.context = context;
        this.desk = new EventDesk(context);
        this.retention = retention;
    }

    /** Begins to forget. */
    MarksProcessor schedule() {
        Sweep.schedule(context, desk.marks(), this::forget);
        return this;
    }

    private void forget(Table.Entry<Marks> entry) {
        if (entry.known() < retention.marksBefore(context.currentStreamTimeMs())) {
            desk.forget(entry.value().eventId());
        }
    }

    @Override
    public void process(Record<String, Marks> record) {
        @Nullable Marks marks = record.value();
        if (marks == null || !Wire.complete(marks.eventId(), marks.time())) {
            return;
        }
        long at = record.timestamp();
        desk.replace(
                marks,
                at,
                c -> context.forward(
                        new Record<>(c.identity().toString(), (Object) c, at), CorrelateTopology.TO_CLAIMS));
        desk.say(
                marks.eventId(),
                at,
                h -> context.forward(new Record<>(h.host(), (Object) h, at), CorrelateTopology.TO_HOSTS));
    }
}
