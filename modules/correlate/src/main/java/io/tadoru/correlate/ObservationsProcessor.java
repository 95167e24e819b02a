package io.tadoru.correlate;

import io.tadoru.event.Observation;
import io.tadoru.identity.BindingRow;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Where observations become binding rows; says the rows that changed and answers what that changes. */
final class ObservationsProcessor implements Processor<String, Observation, String, Object> {
    private final ProcessorContext<String, Object> context;
    private final IdentityDesk desk;

    private final Retention retention;

    ObservationsProcessor(ProcessorContext<String, Object> context, Retention retention) {
        this.context = context;
        this.desk = new IdentityDesk(context);
        this.retention = retention;
    }

    /** Begins to forget. */
    ObservationsProcessor schedule() {
        Sweep.schedule(context, desk.rows(), this::forgetRow);
        Sweep.schedule(context, desk.claims(), this::forgetClaim);
        return this;
    }

    /** Readers of the rows forget it too; what was answered by it stands. */
    private void forgetRow(Table.Entry<BindingRow> entry) {
        long now = context.currentStreamTimeMs();
        if (entry.known() < retention.rowsBefore(now, entry.value().identity())) {
            desk.rows().delete(entry.key());
            say(entry.value(), null, now);
        }
    }

    private void forgetClaim(Table.Entry<IdentityDesk.Kept> entry) {
        if (entry.known() < retention.marksBefore(context.currentStreamTimeMs())) {
            desk.claims().delete(entry.key());
        }
    }

    @Override
    public void process(Record<String, Observation> record) {
        @Nullable Observation seen = record.value();
        if (seen == null || !Wire.complete(seen.identity(), seen.host(), seen.time(), seen.strength())) {
            return;
        }
        long at = record.timestamp();
        desk.observe(seen, at).forEach(s -> {
            s.change().removed().forEach(r -> say(r, null, at));
            s.change().put().forEach(r -> say(r, r, at));
            desk.answerAnew(seen.identity(), s.touched(), a -> answer(a, at));
        });
    }

    private void answer(Answer answer, long at) {
        context.forward(new Record<>(answer.eventId(), (Object) answer, at), CorrelateTopology.TO_ANSWERS);
    }

    @SuppressWarnings("NullAway") // a tombstone
    private void say(BindingRow row, @Nullable Object value, long at) {
        if (row.identity().kind().tellsPresence()) {
            Object seen = new HostSeen(row, value == null);
            context.forward(new Record<>(row.host(), seen, at), CorrelateTopology.TO_PRESENCE);
            return;
        }
        context.forward(new Record<>(row.key(), value, at), CorrelateTopology.TO_BINDINGS);
    }
}
