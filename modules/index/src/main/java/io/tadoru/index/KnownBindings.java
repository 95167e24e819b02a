package io.tadoru.index;

import io.tadoru.event.Identity;
import io.tadoru.event.Json;
import io.tadoru.identity.BindingRow;
import io.tadoru.identity.BindingTable;
import io.tadoru.identity.Candidate;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The bindings as now known, in memory while their topic is followed: written by one thread, asked by another. */
final class KnownBindings {
    private final BindingTable table = new BindingTable();
    private final Map<String, BindingRow> byKey = new HashMap<>();

    /**
     * Takes a record of the bindings topic; without a value the row is gone.
     *
     * @return the row that came or went
     * @throws RuntimeException when the value is no row
     */
    synchronized Optional<BindingRow> put(byte[] key, byte @Nullable [] value) {
        String name = new String(key, StandardCharsets.UTF_8);
        Optional<BindingRow> gone = Optional.ofNullable(byKey.remove(name));
        gone.ifPresent(table::remove);
        if (value == null) {
            return gone;
        }
        BindingRow row = Json.read(value, BindingRow.class);
        if (!complete(row)) {
            throw new IllegalArgumentException("a part of the row is missing");
        }
        byKey.put(name, row);
        table.apply(row);
        return Optional.of(row);
    }

    /** Jackson leaves null what the JSON lacks, whatever the types say. */
    static boolean complete(BindingRow row) {
        return Stream.<@Nullable Object>of(row.identity(), row.host(), row.strength(), row.first(), row.last())
                .allMatch(Objects::nonNull);
    }

    /** The rows of an identity, in no order. */
    synchronized List<BindingRow> rows(Identity identity) {
        return table.rows(identity);
    }

    /** Who had the identity as of that time, best first. */
    synchronized List<Candidate> asOf(Identity identity, Instant time) {
        return table.asOf(identity, time);
    }
}
