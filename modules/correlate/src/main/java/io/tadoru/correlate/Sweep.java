package io.tadoru.correlate;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** Goes round a table, a bounded stretch at a time, so that forgetting never holds up the walk. */
final class Sweep<V> {
    static final Duration PAUSE = Duration.ofSeconds(10);
    static final int STRETCH = 2000;

    private final Table<V> table;
    private final Consumer<Table.Entry<V>> each;
    private String from = "";

    private Sweep(Table<V> table, Consumer<Table.Entry<V>> each) {
        this.table = table;
        this.each = each;
    }

    /** Shows every entry to {@code each} from time to time, which may delete it. */
    static <V> void schedule(ProcessorContext<?, ?> context, Table<V> table, Consumer<Table.Entry<V>> each) {
        Sweep<V> sweep = new Sweep<>(table, each);
        context.schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, now -> sweep.stretch());
    }

    private void stretch() {
        List<Table.Entry<V>> stretch = table.from(from, STRETCH);
        stretch.forEach(each);
        from = stretch.size() < STRETCH ? "" : stretch.getLast().key() + '\0';
    }
}
