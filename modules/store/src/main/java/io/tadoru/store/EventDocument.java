package io.tadoru.store;

import io.tadoru.event.Event;
import io.tadoru.event.Fields;
import io.tadoru.event.Json;

/** An event as Elasticsearch takes it: fields that the template does not know move into {@link Fields#VENDOR}. */
public final class EventDocument {
    private static final Fitting FITTING = new Fitting(Template.EVENTS.fields(), Fields.VENDOR);

    private EventDocument() {}

    /** The document to be written; {@code id} is the event's, or what stands for it. */
    public static Document of(Event event, String id, String index, long version) {
        return new Document(index, Document.id(id), version, Json.bytes(FITTING.fit(event.fields())));
    }
}
