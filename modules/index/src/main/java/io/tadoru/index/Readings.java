package io.tadoru.index;

import com.fasterxml.jackson.core.type.TypeReference;
import io.tadoru.event.Json;
import io.tadoru.event.Reject;
import io.tadoru.store.ChainDocument;
import io.tadoru.store.Document;
import io.tadoru.store.IndexNames;
import io.tadoru.store.RejectDocument;
import io.tadoru.store.RevisionDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** How chains and rejects are read from their topics. */
final class Readings {
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private Readings() {}

    /** The chain as it is now, and what this revision of it said. */
    static List<Document> chain(ConsumerRecord<byte[], byte[]> record) {
        try {
            Map<String, Object> chain = Json.MAPPER.readValue(record.value(), OBJECT);
            long version = RecordHeaders.version(record);
            Document now = ChainDocument.of(chain, version);
            return chain.containsKey("revision") ? List.of(now, RevisionDocument.of(chain, version)) : List.of(now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DocumentIntake.Reading reject(IndexNames names) {
        return record -> {
            Reject reject = Json.read(record.value(), Reject.class);
            return List.of(
                    RejectDocument.of(reject, names.rejects(reject.receivedAt()), RecordHeaders.version(record)));
        };
    }
}
