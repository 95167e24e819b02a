package io.tadoru.chain;

import io.tadoru.detection.Level;
import io.tadoru.detection.Mark;
import io.tadoru.detection.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Which events of a host are assembled when it has more than can be: of each class so many, the newest first, so that one
 * noisy host stops nobody and its noise does not push its alerts out. A function of the set, for stream and batch.
 */
public final class Weight {
    /** Judgements and acts of a layer; then by the rule's level: critical, high, the rest. */
    public static final int CLASSES = 4;
    /** Events of a class that are assembled. */
    public static final int EVENTS_OF_A_CLASS = 5_000;

    private static final long ERA = 1L << 40;

    private Weight() {}

    /** Sorts events of one host by class, then the newest first; the first character is the class. */
    public static String rank(Instant time, List<Mark> marks) {
        return String.format(
                Locale.ROOT,
                "%d|%020d|%09d|%s",
                weightClass(marks),
                ERA - time.getEpochSecond(),
                999_999_999 - time.getNano(),
                marks.isEmpty() ? "" : marks.get(0).eventHash());
    }

    private static int weightClass(List<Mark> marks) {
        if (marks.stream().anyMatch(m -> m.stage() == Stage.DETECTION || m.stage() == Stage.RESPONSE)) {
            return 0;
        }
        return marks.stream().mapToInt(m -> levelClass(m.rule().level())).min().orElse(CLASSES - 1);
    }

    private static int levelClass(Level level) {
        return switch (level) {
            case CRITICAL -> 1;
            case HIGH -> 2;
            case MEDIUM, LOW, INFORMATIONAL -> 3;
        };
    }

    /** Those that are assembled, in order of rank. */
    public static <T> List<T> heaviest(Collection<T> events, Function<T, String> rank) {
        TreeMap<String, List<T>> ranked = new TreeMap<>();
        events.forEach(e ->
                ranked.computeIfAbsent(rank.apply(e), k -> new ArrayList<>()).add(e));
        int[] left = new int[CLASSES];
        Arrays.fill(left, EVENTS_OF_A_CLASS);
        List<T> kept = new ArrayList<>();
        ranked.forEach((r, same) -> same.stream().limit(left[r.charAt(0) - '0']).forEach(e -> {
            left[r.charAt(0) - '0']--;
            kept.add(e);
        }));
        return kept;
    }
}
