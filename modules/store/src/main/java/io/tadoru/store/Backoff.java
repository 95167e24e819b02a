package io.tadoru.store;

import java.time.Duration;

/** Waits longer from time to time, up to a bound; interruptible. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private int tries;

    void pause() throws InterruptedException {
        Thread.sleep(step(tries++).toMillis());
    }

    int tries() {
        return tries;
    }

    static Duration step(int tries) {
        Duration step = FIRST.multipliedBy(1L << Math.min(tries, 10));
        return step.compareTo(LONGEST) < 0 ? step : LONGEST;
    }
}
