package io.tadoru.chain;

import io.tadoru.detection.Level;
import io.tadoru.detection.Mark;
import io.tadoru.detection.Stage;
import java.util.Locale;

/**
 * Which folds of a host are assembled when it has more than can be: of each class so many, the newest hours first, so that
 * one noisy host stops nobody and its noise does not push its alerts out. A function of the set, for stream and batch.
 */
public final class Weight {
    /** Judgements and acts of a layer; then by the rule's level: critical, high, the rest. */
    public static final int CLASSES = 4;
    /** Folds of a class that are assembled. */
    public static final int FOLDS_OF_A_CLASS = 500;

    private static final long ERA = 1L << 40;

    private Weight() {}

    /**
     * Sorts folds of one host by class, then the newest hour first; equal marks have an equal one.
     *
     * @param fold the mark's {@link Fold#key}, which costs a hash and is made once
     */
    public static String rank(Mark m, String fold) {
        return String.format(
                Locale.ROOT, "%d|%020d|%s", weightClass(m), ERA - Fold.hour(m).getEpochSecond(), fold);
    }

    static int classOf(String rank) {
        return rank.charAt(0) - '0';
    }

    private static int weightClass(Mark m) {
        return m.stage() == Stage.DETECTION || m.stage() == Stage.RESPONSE
                ? 0
                : levelClass(m.rule().level());
    }

    private static int levelClass(Level level) {
        return switch (level) {
            case CRITICAL -> 1;
            case HIGH -> 2;
            case MEDIUM, LOW, INFORMATIONAL -> 3;
        };
    }
}
