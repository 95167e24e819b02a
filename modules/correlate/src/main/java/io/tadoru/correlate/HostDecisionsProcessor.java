package io.tadoru.correlate;

import io.tadoru.chain.Decision;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Where decisions arrive beside the marks of their host: it is assembled anew, or all hosts in turn. */
final class HostDecisionsProcessor implements Processor<String, Decision, String, Object> {
    private final DecisionShelf shelf;
    private final Table<String> dirty;
    private final Round round;

    HostDecisionsProcessor(ProcessorContext<String, Object> context) {
        shelf = new DecisionShelf(context);
        dirty = Table.of(context, Stores.DIRTY);
        round = new Round(context);
    }

    @Override
    public void process(Record<String, Decision> record) {
        @Nullable Decision decision = record.value();
        if (DecisionsProcessor.complete(decision)) {
            shelf.take(decision, record.timestamp());
            concerned(decision).distinct().forEach(host -> mark(host, record.timestamp()));
        }
    }

    /** The hosts it is about, and those its earlier forms were about. */
    private Stream<String> concerned(Decision decision) {
        return decision.kind() != Decision.Kind.ALLOW
                ? Stream.of(decision.host())
                : Stream.concat(
                        Stream.of(decision.host()),
                        shelf.allowances().stream()
                                .filter(d -> d.caseNumber().equals(decision.caseNumber()))
                                .map(Decision::host));
    }

    private void mark(String host, long known) {
        if (host.isEmpty()) {
            round.begin(known);
        } else {
            dirty.put(host, host, known);
        }
    }
}
