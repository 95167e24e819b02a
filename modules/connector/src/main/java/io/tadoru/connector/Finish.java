package io.tadoru.connector;

import io.tadoru.event.Event;
import io.tadoru.event.Excerpt;
import io.tadoru.event.Fields;
import io.tadoru.event.Json;
import io.tadoru.event.RawRecord;
import io.tadoru.event.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the event of a draft: adds what every event has, and keeps the rest of what was read with the vendor's. */
record Finish(Connector connector, Draft draft) {
    private static final Duration AHEAD = Duration.ofDays(1);
    /** Three bytes each stay below what an index takes as one term. */
    private static final int MAX_VENDOR_VALUE = 8000;

    Parsed event(String original) {
        if (!(draft.field(Fields.TIMESTAMP) instanceof String stamp)) {
            return new Parsed.Rejected("no usable time in: " + Excerpt.of(original));
        }
        Instant time = Instant.parse(stamp);
        Map<String, Object> fields = head(stamp, original);
        fields.putAll(draft.event());
        fields.putIfAbsent(Fields.LAYER, draft.connector().layer().text());
        fields.putIfAbsent(Fields.OBSERVER_VENDOR, draft.connector().plan().vendor());
        fields.putIfAbsent(Fields.OBSERVER_PRODUCT, draft.connector().plan().product());
        span(fields, time);
        sum(fields, "bytes");
        sum(fields, "packets");
        Derived.complete(fields);
        if (time.isAfter(draft.raw().receivedAt().plus(AHEAD))) {
            fields.put(Fields.FUTURE, true);
        }
        if (draft.isUsed(Draft.RECEIVED)) {
            List<Object> tags = new ArrayList<>(Source.list(fields.getOrDefault("tags", List.of())));
            tags.add("time_of_receipt");
            fields.put("tags", List.copyOf(tags));
        }
        vendor(fields);
        return accepted(Event.of(fields));
    }

    private Map<String, Object> head(String stamp, String original) {
        RawRecord raw = draft.raw();
        Map<String, Object> head = new LinkedHashMap<>();
        head.put(Fields.TIMESTAMP, stamp);
        head.put(Fields.EVENT_ID, raw.id());
        head.put(Fields.EVENT_HASH, Sha256.hex(raw.bytes()));
        head.put(Fields.EVENT_ORIGINAL, original);
        head.put(Fields.SOURCE, raw.source());
        head.put(Fields.CONNECTOR, connector.id());
        head.put(Fields.CONNECTOR_VERSION, connector.version());
        return head;
    }

    /** Who logs a duration logs at its end, unless the record names a start or an end itself. */
    private static void span(Map<String, Object> fields, Instant time) {
        boolean named = fields.containsKey(Fields.EVENT_START) || fields.containsKey(Fields.EVENT_END);
        if (!named && fields.get(Fields.EVENT_DURATION) instanceof Long nanos && nanos >= 0) {
            fields.put(Fields.EVENT_START, time.minusNanos(nanos).toString());
            fields.put(Fields.EVENT_END, time.toString());
        }
    }

    /** What went both ways, unless the record says it itself or the sum is beyond all reason. */
    private static void sum(Map<String, Object> fields, String what) {
        if (fields.get("source." + what) instanceof Long there
                && fields.get("destination." + what) instanceof Long back
                && there >= 0
                && back >= 0
                && there <= Long.MAX_VALUE - back) {
            fields.putIfAbsent("network." + what, there + back);
        }
    }

    private void vendor(Map<String, Object> fields) {
        Map<String, String> rest = new LinkedHashMap<>();
        draft.read().forEach((name, value) -> {
            if (!draft.isUsed(name) || draft.connector().plan().keeps(name)) {
                rest.put(name.replace('\0', '_'), text(value));
            }
        });
        if (!rest.isEmpty()) {
            fields.put(Fields.VENDOR, rest);
        }
    }

    private static String text(Object value) {
        return Excerpt.cut(value instanceof List<?> list ? Json.text(list) : value.toString(), MAX_VENDOR_VALUE);
    }

    private Parsed accepted(Event event) {
        List<Sight> sights = draft.observes().stream()
                .filter(observe -> observe.when().test(draft))
                .map(Observe::sight)
                .toList();
        List<Part> parts = draft.connector().parts(draft, sights);
        return new Parsed.Accepted(event, Sight.all(sights, event), parts);
    }
}
