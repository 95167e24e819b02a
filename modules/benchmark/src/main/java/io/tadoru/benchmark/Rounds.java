package io.tadoru.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs competitors in turn, so that whatever else the machine does hits all of them, and keeps each one's times. */
final class Rounds {
    private static final int WARM_UP = 4;
    private static final int MEASURED = 9;

    private Rounds() {}

    /** Nanoseconds of each measured round, sorted, by competitor. */
    static Map<String, List<Long>> of(Map<String, Runnable> competitors) {
        Map<String, List<Long>> times = new LinkedHashMap<>();
        for (int round = 0; round < WARM_UP + MEASURED; round++) {
            boolean counts = round >= WARM_UP;
            competitors.forEach((name, work) -> {
                long before = System.nanoTime();
                work.run();
                long took = System.nanoTime() - before;
                if (counts) {
                    times.computeIfAbsent(name, n -> new ArrayList<>()).add(took);
                }
            });
        }
        times.values().forEach(some -> some.sort(null));
        return times;
    }

    static long median(List<Long> sorted) {
        return sorted.get(sorted.size() / 2);
    }
}
