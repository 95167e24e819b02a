package io.tadoru.correlate;

import io.tadoru.identity.BindingRow;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Where it gathers at a host when it was heard itself; a host that has marks is assembled again when that changes. */
final class PresenceProcessor implements Processor<String, HostSeen, String, Object> {
    private final ProcessorContext<String, Object> context;
    private final PresenceShelf shelf;
    private final Table<Long> counts;
    private final Table<String> dirty;
    private final Retention retention;

    PresenceProcessor(ProcessorContext<String, Object> context, Retention retention) {
        this.context = context;
        this.shelf = new PresenceShelf(context);
        this.counts = Table.of(context, Stores.COUNTS);
        this.dirty = Table.of(context, Stores.DIRTY);
        this.retention = retention;
    }

    /** Begins to forget. */
    PresenceProcessor schedule() {
        Sweep.schedule(context, shelf.rows(), this::forget);
        return this;
    }

    @Override
    public void process(Record<String, HostSeen> record) {
        @Nullable HostSeen seen = record.value();
        if (seen != null
                && Wire.complete(seen.row(), seen.row().host(), seen.row().identity())) {
            shelf.take(seen, record.timestamp());
            String host = seen.row().host();
            if (counts.get(host) != null) {
                dirty.put(host, host, record.timestamp());
            }
        }
    }

    private void forget(Table.Entry<BindingRow> entry) {
        if (entry.known()
                < retention.rowsBefore(
                        context.currentStreamTimeMs(), entry.value().identity())) {
            shelf.rows().delete(entry.key());
        }
    }
}
