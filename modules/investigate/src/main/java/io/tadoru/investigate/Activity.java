package io.tadoru.investigate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** In which minutes a source wrote, and so when it was silent although it otherwise writes regularly. */
final class Activity {
    /** More days than that are hostile or mistaken dates. */
    private static final int MOST_DAYS = 4000;

    private static final int MINUTES = 24 * 60;
    /** Too few minutes say nothing about how a source writes. */
    private static final int FEWEST = 20;

    private static final long HOUR = 60;
    private static final int TIMES_USUAL = 20;
    static final int MOST_GAPS = 50;

    private final TreeMap<Long, BitSet> days = new TreeMap<>();
    private boolean scattered;

    /** From the minute of the last event before a silence to that of the first after it. */
    record Gap(Instant from, Instant to) {
        long minutes() {
            return (to.getEpochSecond() - from.getEpochSecond()) / 60;
        }
    }

    void at(Instant time) {
        long minute = Math.floorDiv(time.getEpochSecond(), 60L);
        BitSet day = days.get(Math.floorDiv(minute, (long) MINUTES));
        if (day == null) {
            if (days.size() >= MOST_DAYS) {
                scattered = true;
                return;
            }
            day = new BitSet(MINUTES);
            days.put(Math.floorDiv(minute, (long) MINUTES), day);
        }
        day.set((int) Math.floorMod(minute, (long) MINUTES));
    }

    /** Whether the dates lie too far apart for gaps to mean anything. */
    boolean scattered() {
        return scattered;
    }

    /** Longer than an hour and than twenty times the usual distance between minutes with events. */
    List<Gap> gaps() {
        long[] minutes = minutes();
        if (scattered || minutes.length < FEWEST) {
            return List.of();
        }
        long limit = Math.max(HOUR, TIMES_USUAL * usual(minutes));
        List<Gap> gaps = new ArrayList<>();
        for (int i = 1; i < minutes.length; i++) {
            if (minutes[i] - minutes[i - 1] > limit) {
                gaps.add(new Gap(instant(minutes[i - 1]), instant(minutes[i])));
            }
        }
        return gaps;
    }

    /** The longest, in order of time. */
    static List<Gap> longest(List<Gap> gaps) {
        return gaps.stream()
                .sorted(Comparator.comparingLong(Gap::minutes).reversed())
                .limit(MOST_GAPS)
                .sorted(Comparator.comparing(Gap::from))
                .toList();
    }

    private long[] minutes() {
        return days.entrySet().stream().flatMapToLong(Activity::minutes).toArray();
    }

    private static LongStream minutes(Map.Entry<Long, BitSet> day) {
        return day.getValue().stream().mapToLong(m -> day.getKey() * MINUTES + m);
    }

    private static long usual(long[] minutes) {
        long[] steps = new long[minutes.length - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = minutes[i + 1] - minutes[i];
        }
        Arrays.sort(steps);
        return steps[steps.length / 2];
    }

    private static Instant instant(long minute) {
        return Instant.ofEpochSecond(minute * 60);
    }
}
