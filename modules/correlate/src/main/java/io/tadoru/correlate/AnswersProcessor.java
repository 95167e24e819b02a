package io.tadoru.correlate;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Where the identities' answers meet by event: the choice is made, and changed when an answer changes. */
final class AnswersProcessor implements Processor<String, Answer, String, Object> {
    private final ProcessorContext<String, Object> context;
    private final EventDesk desk;

    AnswersProcessor(ProcessorContext<String, Object> context) {
        this.context = context;
        this.desk = new EventDesk(context);
    }

    @Override
    public void process(Record<String, Answer> record) {
        @Nullable Answer answer = record.value();
        if (answer == null) {
            return;
        }
        desk.hear(
                answer,
                record.timestamp(),
                c -> context.forward(
                        new Record<>(c.identity().toString(), (Object) c, record.timestamp()),
                        CorrelateTopology.TO_CLAIMS));
        desk.say(
                answer.eventId(),
                record.timestamp(),
                h -> context.forward(
                        new Record<>(h.host(), (Object) h, record.timestamp()), CorrelateTopology.TO_HOSTS));
    }
}
