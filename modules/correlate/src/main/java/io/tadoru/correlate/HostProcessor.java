package io.tadoru.correlate;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** The end of the walk: marks gather at their host, and at most once a second it says which of its chains changed. */
final class HostProcessor implements Processor<String, HostMarks, String, Object> {
    /** How often changed hosts are assembled. */
    static final Duration PAUSE = Duration.ofSeconds(1);

    private final ProcessorContext<String, Object> context;
    private final HostDesk desk;

    HostProcessor(ProcessorContext<String, Object> context, ChainAssembly assembly) {
        this.context = context;
        this.desk = new HostDesk(context, assembly);
    }

    void schedule() {
        context.schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, this::assemble);
    }

    @Override
    public void process(Record<String, HostMarks> record) {
        @Nullable HostMarks marks = record.value();
        if (marks != null) {
            desk.take(marks);
        }
    }

    private void assemble(long now) {
        desk.dirty().forEach(host -> desk.assemble(host, now, this::say));
    }

    private void say(SaidChain chain) {
        var headers = new RecordHeaders();
        headers.add("version", Long.toString(chain.version()).getBytes(StandardCharsets.UTF_8));
        context.forward(new Record<>(chain.id(), chain.published(), chain.version(), headers));
    }
}
