package io.tadoru.index;

import io.tadoru.event.Event;
import io.tadoru.event.EventJson;
import io.tadoru.event.RawRecord;
import io.tadoru.event.Reject;
import io.tadoru.store.BulkWriter;
import io.tadoru.store.Copy;
import io.tadoru.store.Document;
import io.tadoru.store.EventDocument;
import io.tadoru.store.IndexNames;
import io.tadoru.store.Refused;
import io.tadoru.store.Store;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Events: named after their host, into the index of their day, one copy of each. */
final class EventIntake implements Intake {
    private final Store store;
    private final BulkWriter writer;
    private final IndexNames names;
    private final HostNamer namer;
    private final RefusedEvents refusedEvents;
    private final Counters counters;

    EventIntake(Store store, IndexNames names, HostNamer namer, RefusedEvents refusedEvents, Counters counters) {
        this.store = store;
        this.writer = store.writer();
        this.names = names;
        this.namer = namer;
        this.refusedEvents = refusedEvents;
        this.counters = counters;
    }

    @Override
    public void take(List<ConsumerRecord<byte[], byte[]>> records) throws IOException, InterruptedException {
        Batch batch = new Batch();
        records.forEach(r -> read(r, batch));
        List<Document> documents = Newest.of(batch.documents);
        List<Refused> refused = writer.write(resolved(documents, batch.lookedUp));
        refused.forEach(r -> batch.rejects.add(reject(r)));
        refusedEvents.send(batch.rejects);
        counters.events.add(documents.size() - refused.size());
        counters.refused.add(batch.rejects.size());
    }

    /** What one poll's records became. */
    private static final class Batch {
        final List<Document> documents = new ArrayList<>();
        final Set<String> lookedUp = new HashSet<>();
        final List<Reject> rejects = new ArrayList<>();
    }

    private void read(ConsumerRecord<byte[], byte[]> record, Batch batch) {
        if (record.value() == null) {
            return; // events are not taken back
        }
        try {
            add(EventJson.decode(record.value()), record, batch);
        } catch (RuntimeException e) {
            batch.rejects.add(unreadable(record, e));
        }
    }

    private void add(Event event, ConsumerRecord<byte[], byte[]> record, Batch batch) {
        String id = event.id().isEmpty() ? RecordHeaders.name(record) : event.id();
        String index = names.events(event.time());
        Document document = EventDocument.of(namer.name(event), id, index, RecordHeaders.version(record));
        batch.documents.add(document);
        if (RecordHeaders.again(record) || index.equals(IndexNames.EVENTS_ELSEWHEN)) {
            batch.lookedUp.add(document.id());
        }
    }

    private List<Document> resolved(List<Document> documents, Set<String> lookedUp) throws IOException {
        List<Copy> copies = new ArrayList<>();
        if (!lookedUp.isEmpty()) {
            copies.addAll(store.copies(lookedUp));
        }
        List<String> others = documents.stream()
                .map(Document::id)
                .filter(id -> !lookedUp.contains(id))
                .toList();
        if (!others.isEmpty()) {
            copies.addAll(store.elsewhen(others)); // as after a backfill that was declared too late
        }
        return OneCopy.resolve(documents, copies);
    }

    private static Reject reject(Refused refused) {
        Document document = refused.document();
        byte[] json = document.json();
        Event event = EventJson.decode(json == null ? new byte[0] : json);
        return RefusedEvents.reject(
                event, document.id(), Instant.ofEpochMilli(document.version()), "not indexed: " + refused.reason());
    }

    private static Reject unreadable(ConsumerRecord<byte[], byte[]> record, RuntimeException e) {
        Instant known = Instant.ofEpochMilli(record.timestamp());
        RawRecord raw = new RawRecord(RecordHeaders.name(record), record.topic(), "event", "", known, record.value());
        return Reject.rejected(raw, "no event: " + e.getClass().getSimpleName());
    }
}
