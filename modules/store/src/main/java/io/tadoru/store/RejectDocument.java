package io.tadoru.store;

import io.tadoru.event.Fields;
import io.tadoru.event.Json;
import io.tadoru.event.Reject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A reject as Elasticsearch takes it: under the same names as events where they mean the same, so that one filter does. */
public final class RejectDocument {
    static final String OUTCOME = "tadoru.reject.outcome";
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private RejectDocument() {}

    /** The document to be written. */
    public static Document of(Reject reject, String index, long version) {
        return new Document(index, Document.id(reject.id()), version, Json.bytes(fields(reject)));
    }

    private static Map<String, Object> fields(Reject reject) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(Fields.TIMESTAMP, writable(reject.receivedAt()));
        fields.put(Fields.EVENT_ID, reject.id());
        fields.put(Fields.EVENT_HASH, reject.hash());
        fields.put(Fields.SOURCE, reject.source());
        fields.put(Fields.CONNECTOR, reject.connector());
        fields.put("tadoru.peer", reject.peer());
        fields.put(OUTCOME, reject.outcome().name().toLowerCase(Locale.ROOT));
        fields.put("tadoru.reject.reason", reject.reason());
        fields.put("tadoru.reject.length", reject.length());
        fields.put("tadoru.reject.head", reject.head());
        return fields;
    }

    /** A reject is the last there is: a date that Elasticsearch cannot read must not cost it too. */
    private static Instant writable(Instant time) {
        if (time.isBefore(Instant.EPOCH)) {
            return Instant.EPOCH;
        }
        return time.isAfter(LAST) ? LAST : time;
    }
}
