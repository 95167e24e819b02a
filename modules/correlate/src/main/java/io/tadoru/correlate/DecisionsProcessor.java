package io.tadoru.correlate;

import io.tadoru.chain.Decision;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where people's decisions enter the stream: each goes on to the host it is about, the allow-list to all. */
final class DecisionsProcessor implements Processor<String, Decision, String, Object> {
    private static final Logger LOG = LoggerFactory.getLogger(DecisionsProcessor.class);

    private final ProcessorContext<String, Object> context;

    DecisionsProcessor(ProcessorContext<String, Object> context) {
        this.context = context;
    }

    @Override
    public void process(Record<String, Decision> record) {
        @Nullable Decision decision = record.value();
        if (complete(decision)) {
            context.forward(record.withKey(decision.host()).withValue(decision));
        } else {
            LOG.warn("a record of people's decisions cannot be read, and is passed over: {}", record.key());
        }
    }

    /** Whether it says who decided what about which chain, or what is allowed. */
    static boolean complete(@Nullable Decision d) {
        return d != null
                && Wire.complete(d.id(), d.caseNumber(), d.chain(), d.host(), d.kind(), d.by(), d.at(), d.text())
                && (d.kind() == Decision.Kind.ALLOW || !d.host().isEmpty());
    }
}
