package io.tadoru.command;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C and {@code kill}: wakes the command, and keeps the program alive until the command has closed what it opened. */
public final class Interrupt implements AutoCloseable {
    private static final Duration CLOSING = Duration.ofSeconds(40);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread command = Thread.currentThread();
    private boolean waiting;

    /** From now on; for the thread that opens it. */
    public static Interrupt listen() {
        var interrupt = new Interrupt();
        Runtime.getRuntime().addShutdownHook(new Thread(interrupt::ask, "interrupt"));
        return interrupt;
    }

    private void ask() {
        wake();
        try {
            var unused = closed.await(CLOSING.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Who waits here needs no interruption, which would only disturb what is closed next. */
    private synchronized void wake() {
        asked.countDown();
        if (!waiting && closed.getCount() > 0) {
            command.interrupt();
        }
    }

    private synchronized void waits(boolean now) {
        waiting = now;
    }

    /** Whether it has been asked to stop; waits so long for that. */
    public boolean asked(long time, TimeUnit unit) {
        waits(true);
        boolean stop = wasAsked(time, unit);
        waits(stop); // from then on no interruption comes
        return stop;
    }

    private boolean wasAsked(long time, TimeUnit unit) {
        try {
            return asked.await(time, unit);
        } catch (InterruptedException e) {
            return true; // asked before it waited
        }
    }

    /** Back when asked to stop. */
    public void await() {
        asked(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
