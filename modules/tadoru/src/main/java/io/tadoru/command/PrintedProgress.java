package io.tadoru.command;

import io.tadoru.casework.Escape;
import io.tadoru.event.Excerpt;
import io.tadoru.investigate.Progress;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A line now and then on standard error about a run that takes long; nothing about one that does not. */
final class PrintedProgress implements Progress, AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("progress").factory());
    private final ScheduledFuture<?> ticks;
    private volatile String now = "starting";

    PrintedProgress() {
        ticks = timer.scheduleAtFixedRate(this::print, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void at(String what, int done, int all) {
        now = Excerpt.cut(what, 120) + " (" + Math.min(done + 1, all) + " of " + all + ")";
    }

    private void print() {
        System.err.println("tadoru: " + Escape.terminal(now));
    }

    @Override
    public void close() {
        ticks.cancel(false);
        timer.shutdown();
    }
}
