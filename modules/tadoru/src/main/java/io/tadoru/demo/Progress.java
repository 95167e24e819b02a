package io.tadoru.demo;

import java.io.PrintWriter;
import java.time.Duration;

/** What a person sees while it works: on standard error, a line every few seconds, led by the seconds since the start. */
final class Progress {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final PrintWriter err;
    private final long started = System.nanoTime();
    private long told;

    Progress(PrintWriter err) {
        this.err = err;
    }

    void say(String what) {
        told = System.nanoTime();
        err.printf("tadoru: %3d s  %s%n", Duration.ofNanos(told - started).toSeconds(), what);
        err.flush();
    }

    /** Whether nothing was said for a while. */
    boolean due() {
        return System.nanoTime() - told >= PAUSE.toNanos();
    }
}
