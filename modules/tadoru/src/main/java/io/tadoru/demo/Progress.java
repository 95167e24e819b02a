package io.tadoru.demo;

import java.io.PrintWriter;
import java.time.Duration;

/** What a person sees while it works: on standard error, each line led by the seconds since the start. */
final class Progress {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final PrintWriter err;
    private final long started = System.nanoTime();
    private long told;
    private String last = "";

    Progress(PrintWriter err) {
        this.err = err;
    }

    /** At once. */
    void say(String what) {
        last = what;
        told = System.nanoTime();
        err.printf("tadoru: %3d s  %s%n", Duration.ofNanos(told - started).toSeconds(), what);
        err.flush();
    }

    /** Now and then, and only what has changed. */
    void tick(String what) {
        if (!what.equals(last) && System.nanoTime() - told >= PAUSE.toNanos()) {
            say(what);
        }
    }
}
