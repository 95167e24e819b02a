package io.tadoru.index;

import io.tadoru.event.Identity;
import io.tadoru.event.Json;
import io.tadoru.identity.BindingRow;
import io.tadoru.identity.Reach;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What records of the bindings topic change: of a row that only grew, no more than it grew by. Asked by one thread. */
final class Influences {
    private static final int REMEMBERED = 50_000;

    private final KnownBindings known;
    private final Map<String, Instant> lasts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    Influences(KnownBindings known) {
        this.known = known;
    }

    /** One for each row that is there; a row goes only when a longer one takes its place, and that one is asked for. */
    List<Influence> of(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<String, Influence> byRow = new LinkedHashMap<>();
        records.forEach(r -> row(r).ifPresent(row -> byRow.merge(row.key(), of(row), Influences::wider)));
        return List.copyOf(byRow.values());
    }

    private static Optional<BindingRow> row(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.ofNullable(record.value())
                    .map(value -> Json.read(value, BindingRow.class))
                    .filter(KnownBindings::complete)
                    .filter(row -> row.identity().kind() != Identity.Kind.SENSOR);
        } catch (RuntimeException e) {
            return Optional.empty(); // whoever follows the bindings has said so
        }
    }

    private Influence of(BindingRow row) {
        Influence whole = Influence.of(row, Reach.of(row, known.rows(row.identity())));
        Instant before = lasts.get(row.key());
        return before == null ? whole : whole.since(before);
    }

    private static Influence wider(Influence a, Influence b) {
        return new Influence(
                a.identity(),
                a.host(),
                a.from().isBefore(b.from()) ? a.from() : b.from(),
                a.to().isAfter(b.to()) ? a.to() : b.to());
    }

    /** To be called when what these records change is done. */
    void settled(List<ConsumerRecord<byte[], byte[]>> records) {
        records.forEach(r -> row(r).ifPresent(row -> lasts.put(row.key(), row.last())));
    }
}
