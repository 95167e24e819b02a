package io.tadoru.detection;

import io.tadoru.detection.Indicator.Kind;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A hash table of nothing but references to the indicators themselves: with half a million, what each entry costs counts. */
final class IndicatorTable {
    /** Of one value; a source more would not make it worse. */
    private static final int MOST_SOURCES = 16;

    /** Whose word is taken where several know the same; the last is the same on every machine. */
    static final Comparator<Indicator> BEST = Comparator.comparing(Indicator::sure)
            .thenComparingInt(Indicator::confidence)
            .thenComparing(Indicator::source, Comparator.reverseOrder());

    private final @Nullable Indicator[] slots;

    IndicatorTable(Collection<Indicator> all) {
        slots = new Indicator[Integer.highestOneBit(Math.max(1, all.size())) * 4];
        all.forEach(this::put);
    }

    private void put(Indicator indicator) {
        int same = 0;
        int at = start(indicator.kind(), indicator.value());
        for (Indicator there = slots[at]; there != null; there = slots[at]) {
            if (is(there, indicator.kind(), indicator.value()) && ++same == MOST_SOURCES) {
                return;
            }
            at = next(at);
        }
        slots[at] = indicator;
    }

    /** The best of those of that value which hold at that time. */
    Optional<Indicator> find(Kind kind, String value, Instant time) {
        Indicator best = null;
        int at = start(kind, value);
        for (Indicator there = slots[at]; there != null; there = slots[at]) {
            boolean fits = is(there, kind, value) && there.holds(time);
            best = fits && (best == null || BEST.compare(there, best) > 0) ? there : best;
            at = next(at);
        }
        return Optional.ofNullable(best);
    }

    private static boolean is(Indicator there, Kind kind, String value) {
        return there.kind() == kind && there.value().equals(value);
    }

    private int start(Kind kind, String value) {
        int hash = (value.hashCode() * 31 + kind.name().hashCode()) * 0x9E3779B9;
        return (hash ^ (hash >>> 16)) & (slots.length - 1);
    }

    private int next(int at) {
        return (at + 1) & (slots.length - 1);
    }
}
