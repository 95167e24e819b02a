package io.tadoru.correlate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which changed hosts are assembled now: all in turn, but in one go no more than can be done soon, and a host with many
 * folds the more seldom, so that it takes no more than its share.
 */
final class Pace {
    /** Folds read in one go; with one host more it may be exceeded once. */
    static final long FOLDS_AT_ONCE = 50_000;
    /** A host with so many folds waits a millisecond longer for each. */
    static final long QUICK = 1000;

    private static final int HOSTS_AT_ONCE = 2000;

    private final HostDesk desk;
    /** When noisy hosts may be assembled again; a restart forgets it, which harms nothing. */
    private final Map<String, Long> waiting = new LinkedHashMap<>();

    private String from = "";

    Pace(HostDesk desk) {
        this.desk = desk;
    }

    List<String> due(long now) {
        waiting.values().removeIf(until -> until <= now);
        List<String> turn = desk.dirty(from, HOSTS_AT_ONCE);
        List<String> due = new ArrayList<>();
        long folds = 0;
        for (String host : turn) {
            if (folds >= FOLDS_AT_ONCE) {
                break;
            }
            from = host + '\0';
            if (!waiting.containsKey(host)) {
                long own = desk.weight(host);
                folds += own;
                pause(host, own, now);
                due.add(host);
            }
        }
        if (folds < FOLDS_AT_ONCE && turn.size() < HOSTS_AT_ONCE) {
            from = "";
        }
        return due;
    }

    private void pause(String host, long folds, long now) {
        if (folds > QUICK) {
            waiting.put(host, now + folds);
        }
    }
}
