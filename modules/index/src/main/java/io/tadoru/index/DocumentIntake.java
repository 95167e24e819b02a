package io.tadoru.index;

import io.tadoru.store.BulkWriter;
import io.tadoru.store.Document;
import io.tadoru.store.IndexNames;
import io.tadoru.store.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chains and rejects: each record is one document, and a chain's revision one beside it. One that cannot be written is counted and named in the log. */
final class DocumentIntake implements Intake {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentIntake.class);

    /** Makes the documents of a record that has a value. */
    interface Reading {
        List<Document> documents(ConsumerRecord<byte[], byte[]> record);
    }

    private final Reading reading;
    private final BulkWriter writer;
    private final LongAdder written;
    private final LongAdder refused;

    DocumentIntake(Reading reading, BulkWriter writer, LongAdder written, LongAdder refused) {
        this.reading = reading;
        this.writer = writer;
        this.written = written;
        this.refused = refused;
    }

    @Override
    public void take(List<ConsumerRecord<byte[], byte[]>> records) throws InterruptedException {
        List<Document> documents = new ArrayList<>();
        records.forEach(r -> read(r, documents));
        List<Document> newest = Newest.of(documents);
        List<Refused> no = writer.write(newest);
        no.forEach(this::report);
        written.add(counted(newest.stream()) - counted(no.stream().map(Refused::document)));
    }

    /** What stands beside another document is not counted again. */
    private static long counted(Stream<Document> documents) {
        return documents.filter(d -> !d.index().equals(IndexNames.REVISIONS)).count();
    }

    /** Without a value it is a tombstone: Kafka forgets, Elasticsearch keeps until its retention ends. */
    private void read(ConsumerRecord<byte[], byte[]> record, List<Document> documents) {
        if (record.value() == null) {
            return;
        }
        try {
            documents.addAll(reading.documents(record));
        } catch (RuntimeException e) {
            refused.increment();
            LOG.warn("{}-{}@{} is no document: {}", record.topic(), record.partition(), record.offset(), e.getClass());
        }
    }

    private void report(Refused no) {
        refused.increment();
        LOG.warn(
                "Elasticsearch refuses {}/{}",
                no.document().index(),
                no.document().id());
        LOG.debug("because {}", no.reason());
    }
}
