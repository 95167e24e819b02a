package io.tadoru.collect;

import java.time.Duration;

/** How listeners end. */
final class Threads {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Threads() {}

    /** Waits for a thread that has been told to end. */
    static void join(Thread thread) {
        try {
            if (!thread.join(PATIENCE)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
