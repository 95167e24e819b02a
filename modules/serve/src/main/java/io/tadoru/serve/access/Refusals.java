package io.tadoru.serve.access;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts refusals by address and minute. A secret of 256 bits cannot be guessed however fast one asks: this keeps those who
 * try from burdening Elasticsearch.
 */
final class Refusals {
    static final int MOST_A_MINUTE = 60;
    private static final int ADDRESSES = 10_000;
    private static final long MINUTE_MILLIS = 60_000;

    private record Tally(long minute, int count) {}

    private final Map<String, Tally> tallies = new ConcurrentHashMap<>();
    private final Clock clock;

    Refusals(Clock clock) {
        this.clock = clock;
    }

    void count(String address) {
        if (tallies.size() >= ADDRESSES) {
            tallies.clear();
        }
        long minute = minute();
        tallies.merge(address, new Tally(minute, 1), (old, one) -> old.minute() == minute ? one(old) : one);
    }

    private static Tally one(Tally old) {
        return new Tally(old.minute(), old.count() + 1);
    }

    boolean tooMany(String address) {
        Tally tally = tallies.get(address);
        return tally != null && tally.minute() == minute() && tally.count() >= MOST_A_MINUTE;
    }

    private long minute() {
        return clock.millis() / MINUTE_MILLIS;
    }
}
