package io.tadoru.store;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import io.tadoru.event.Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Elasticsearch's aggregations as plain rows. */
final class Answers {
    private static final String FIRST = "first";
    private static final String LAST = "last";
    /** When what a bucket counts was first and last seen. */
    static final Map<String, Aggregation> ENDS = Map.of(
            FIRST, Aggregation.of(a -> a.min(m -> m.field(Fields.TIMESTAMP))),
            LAST, Aggregation.of(a -> a.max(m -> m.field(Fields.TIMESTAMP))));

    private Answers() {}

    /** A row for each bucket: its key under that name, how many, first and last. */
    static List<Map<String, Object>> buckets(@Nullable Aggregate terms, String name) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (StringTermsBucket bucket : terms(terms)) {
            rows.add(row(bucket, name));
        }
        return rows;
    }

    static Map<String, Object> row(StringTermsBucket bucket, String name) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(name, bucket.key().stringValue());
        row.put("events", bucket.docCount());
        first(bucket.aggregations()).ifPresent(at -> row.put("first", at.toString()));
        last(bucket.aggregations()).ifPresent(at -> row.put("last", at.toString()));
        return row;
    }

    /** None where no index knows the field yet. */
    static List<StringTermsBucket> terms(@Nullable Aggregate terms) {
        return terms != null && terms.isSterms() ? terms.sterms().buckets().array() : List.of();
    }

    static Optional<Instant> first(Map<String, Aggregate> parts) {
        Aggregate first = parts.get(FIRST);
        return first == null ? Optional.empty() : instant(first.min().value());
    }

    static Optional<Instant> last(Map<String, Aggregate> parts) {
        Aggregate last = parts.get(LAST);
        return last == null ? Optional.empty() : instant(last.max().value());
    }

    private static Optional<Instant> instant(@Nullable Double millis) {
        return millis == null || millis.isInfinite() || millis.isNaN()
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(millis.longValue()));
    }
}
