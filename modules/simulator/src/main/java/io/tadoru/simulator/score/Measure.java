package io.tadoru.simulator.score;

import java.util.Locale;

/**
 * One figure of a score.
 *
 * @param wanted at least that, or at most where {@code atMost}
 * @param of how many it was taken from
 */
public record Measure(String name, double value, double wanted, boolean atMost, long of) {
    static Measure ratio(String name, long right, long all, double wanted) {
        return new Measure(name, all == 0 ? 1 : (double) right / all, wanted, false, all);
    }

    static Measure atMost(String name, double value, double wanted, long of) {
        return new Measure(name, value, wanted, true, of);
    }

    public boolean reached() {
        return atMost ? value <= wanted : value >= wanted;
    }

    public String shown() {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    public String wish() {
        return (atMost ? "at most " : "at least ") + String.format(Locale.ROOT, "%.2f", wanted);
    }
}
