package io.tadoru.index;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import io.tadoru.event.Event;
import io.tadoru.store.BulkWriter;
import io.tadoru.store.Document;
import io.tadoru.store.EventDocument;
import io.tadoru.store.Store;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Changed bindings: events that they give another host are written again, with the next higher version, so that neither a
 * record read again nor a correction done twice undoes it.
 */
final class CorrectionIntake implements Intake {
    private static final int QUERIES = 100;

    private final BindingsFollower bindings;
    private final Influences influences;
    private final HostNamer namer;
    private final Lock underway;
    private final Counters counters;
    private final EventSearch search;
    private final BulkWriter writer;

    /**
     * Corrects in a store.
     *
     * @param underway held while events go from their naming to their place
     */
    CorrectionIntake(
            Store store,
            BindingsFollower bindings,
            Influences influences,
            HostNamer namer,
            Lock underway,
            Counters counters) {
        this.bindings = bindings;
        this.influences = influences;
        this.namer = namer;
        this.underway = underway;
        this.counters = counters;
        this.search = new EventSearch(store.client());
        this.writer = store.writer();
    }

    @Override
    public void take(List<ConsumerRecord<byte[], byte[]>> records) throws IOException, InterruptedException {
        bindings.awaitKnown(records);
        letUnderwayArrive();
        List<Influence> changed = influences.of(records);
        for (int from = 0; from < changed.size(); from += QUERIES) {
            search.each(any(changed.subList(from, Math.min(changed.size(), from + QUERIES))), this::correct);
        }
        influences.settled(records);
    }

    /** What was named before the rows were known stands in its place after this, to be found. */
    private void letUnderwayArrive() throws InterruptedException {
        underway.lockInterruptibly();
        underway.unlock();
    }

    private static Query any(List<Influence> some) {
        List<Query> each = some.stream().map(Influence::query).toList();
        return Query.of(q -> q.bool(b -> b.should(each).minimumShouldMatch("1")));
    }

    private void correct(List<Hit<Map<String, Object>>> page) throws InterruptedException {
        List<Document> changed = page.stream().flatMap(this::changed).toList();
        int refused = writer.write(changed).size();
        counters.corrected.add(changed.size() - refused);
    }

    private Stream<Document> changed(Hit<Map<String, Object>> hit) {
        Event before = Event.of(Objects.requireNonNull(hit.source()));
        Event after = namer.nameAgain(before);
        return after.equals(before) ? Stream.empty() : Stream.of(next(hit, after));
    }

    private static Document next(Hit<Map<String, Object>> hit, Event event) {
        long version = Optional.ofNullable(hit.version()).orElse(0L) + 1;
        return EventDocument.of(event, Objects.requireNonNull(hit.id()), hit.index(), version);
    }
}
