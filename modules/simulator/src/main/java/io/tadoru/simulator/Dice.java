package io.tadoru.simulator;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded chance. Draws are made from whole longs only, so that no library version changes them. */
public final class Dice {
    private final SplittableRandom random;

    private Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Dice of one purpose: more draws for one never shift those of another. */
    public static Dice of(long seed, String purpose) {
        return new Dice(seed * 1_000_003L + purpose.hashCode());
    }

    public int below(int bound) {
        return (int) Long.remainderUnsigned(random.nextLong(), bound);
    }

    public int between(int least, int most) {
        return least + below(most - least + 1);
    }

    public boolean chance(int percent) {
        return below(100) < percent;
    }

    public <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    public Instant within(Instant from, Instant until) {
        long millis = Math.max(1, until.toEpochMilli() - from.toEpochMilli());
        return from.plusMillis(Long.remainderUnsigned(random.nextLong(), millis));
    }

    public String hex(int digits) {
        return characters("0123456789abcdef", digits);
    }

    public String letters(int count) {
        return characters("abcdefghijklmnopqrstuvwxyz", count);
    }

    public int port() {
        return between(49_152, 65_535);
    }

    private String characters(String alphabet, int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append(alphabet.charAt(below(alphabet.length())));
        }
        return text.toString();
    }
}
