package io.tadoru.correlate;

import io.tadoru.chain.Decision;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
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
    private final Pace pace;
    private final Round round;
    private final Retention retention;

    HostProcessor(ProcessorContext<String, Object> context, ChainAssembly assembly, Retention retention) {
        this.context = context;
        this.desk = new HostDesk(context, assembly);
        this.pace = new Pace(desk);
        this.round = new Round(context);
        this.retention = retention;
    }

    /** Begins to assemble, and to forget. */
    HostProcessor schedule() {
        context.schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, this::assemble);
        Sweep.schedule(context, desk.events(), this::forgetMarks);
        Sweep.schedule(context, desk.said(), this::forgetChain);
        return this;
    }

    @Override
    public void process(Record<String, HostMarks> record) {
        @Nullable HostMarks marks = record.value();
        if (marks != null) {
            desk.take(marks, record.timestamp());
        }
    }

    private void assemble(long now) {
        round.goOn(now);
        List<String> due = pace.due(now);
        List<Decision> allowed = due.isEmpty() ? List.of() : desk.allowances();
        due.forEach(host -> desk.assemble(host, allowed, now, forgotten(), this::say));
    }

    private void forgetMarks(Table.Entry<HostMarks> entry) {
        if (entry.known() < forgotten()) {
            desk.forget(entry.value(), forgotten());
        }
    }

    /** Silently: the chain is frozen as it was said, not withdrawn. */
    private void forgetChain(Table.Entry<SaidChain> entry) {
        if (entry.value().newest() < forgotten()) {
            desk.said().delete(entry.key());
        }
    }

    private long forgotten() {
        return retention.marksBefore(context.currentStreamTimeMs());
    }

    private void say(SaidChain chain) {
        var headers = new RecordHeaders();
        headers.add("version", Long.toString(chain.version()).getBytes(StandardCharsets.UTF_8));
        context.forward(new Record<>(chain.id(), chain.published(), chain.version(), headers));
    }
}
