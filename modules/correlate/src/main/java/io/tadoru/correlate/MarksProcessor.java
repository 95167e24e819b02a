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

    MarksProcessor(ProcessorContext<String, Object> context) {
        this.context = context;
        this.desk = new EventDesk(context);
    }

    @Override
    public void process(Record<String, Marks> record) {
        @Nullable Marks marks = record.value();
        if (marks == null) {
            return;
        }
        long at = record.timestamp();
        desk.replace(
                marks,
                c -> context.forward(
                        new Record<>(c.identity().toString(), (Object) c, at), CorrelateTopology.TO_CLAIMS));
        desk.say(
                marks.eventId(),
                h -> context.forward(new Record<>(h.host(), (Object) h, at), CorrelateTopology.TO_HOSTS));
    }
}
