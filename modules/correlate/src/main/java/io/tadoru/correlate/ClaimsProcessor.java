package io.tadoru.correlate;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Where an event's claims reach the identity: each is answered at once, if only with nothing. */
final class ClaimsProcessor implements Processor<String, Claim, String, Object> {
    private final ProcessorContext<String, Object> context;
    private final IdentityDesk desk;

    ClaimsProcessor(ProcessorContext<String, Object> context) {
        this.context = context;
        this.desk = new IdentityDesk(context);
    }

    @Override
    public void process(Record<String, Claim> record) {
        @Nullable Claim claim = record.value();
        if (claim != null) {
            desk.ask(
                    claim,
                    record.timestamp(),
                    a -> context.forward(
                            new Record<>(a.eventId(), (Object) a, record.timestamp()), CorrelateTopology.TO_ANSWERS));
        }
    }
}
