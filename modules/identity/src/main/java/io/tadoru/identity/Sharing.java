package io.tadoru.identity;

import io.tadoru.event.Identity;
import io.tadoru.event.Strength;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Whether an identity is many hosts' about a time, and so proves little: an account in use on two at once, an address of a
 * proxy, a terminal server or everybody's router at home. Told by the data; what is configured besides is {@link Office#shared}.
 */
final class Sharing {
    /** An address may change hands twice within the hour; more than so many hosts do not take turns. */
    static final int MANY = 3;
    /** Half of the hour within which they are counted. */
    static final Duration AROUND = Duration.ofMinutes(30);

    private final Map<Strength, Set<String>> atOnce = new EnumMap<>(Strength.class);
    private final Map<Strength, Set<String>> around = new EnumMap<>(Strength.class);
    private final Instant time;

    Sharing(Collection<BindingRow> rows, Instant time) {
        this.time = time;
        Instant from = time.minus(AROUND);
        Instant to = time.plus(AROUND);
        for (BindingRow row : rows) {
            if (row.covers(time)) {
                hosts(atOnce, row).add(row.host());
            }
            if (!row.first().isAfter(to) && !row.last().isBefore(from)) {
                hosts(around, row).add(row.host());
            }
        }
    }

    private static Set<String> hosts(Map<Strength, Set<String>> of, BindingRow row) {
        return of.computeIfAbsent(row.strength(), s -> new HashSet<>());
    }

    /** Whether other hosts say the same of themselves just as strongly: one at that very time, or many about it. */
    boolean of(BindingRow row) {
        return row.identity().kind() != Identity.Kind.SENSOR
                && ((row.covers(time) && rivals(atOnce, row) > 0) || rivals(around, row) >= MANY);
    }

    private static long rivals(Map<Strength, Set<String>> of, BindingRow row) {
        return of.getOrDefault(row.strength(), Set.of()).stream()
                .filter(host -> Aliases.differ(host, row.host()))
                .limit(MANY)
                .count();
    }
}
