package io.tadoru.correlate;

import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Makes a processor when its stores are there, so that processors themselves need no half-made state. */
final class Starting<V> implements Processor<String, V, String, Object> {
    private final Function<ProcessorContext<String, Object>, Processor<String, V, String, Object>> make;

    @SuppressWarnings("NullAway.Init") // Kafka calls init before all else
    private Processor<String, V, String, Object> made;

    Starting(Function<ProcessorContext<String, Object>, Processor<String, V, String, Object>> make) {
        this.make = make;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        made = make.apply(context);
    }

    @Override
    public void process(Record<String, V> record) {
        made.process(record);
    }
}
