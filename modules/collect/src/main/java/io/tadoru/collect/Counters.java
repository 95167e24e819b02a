package io.tadoru.collect;

import java.util.concurrent.atomic.LongAdder;

/** What happened so far, for metrics: per line nothing is logged. */
public final class Counters {
    private final LongAdder received = new LongAdder();
    private final LongAdder tooLong = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder refused = new LongAdder();

    Counters() {}

    void countReceived() {
        received.increment();
    }

    void countTooLong() {
        tooLong.increment();
    }

    void countFailed() {
        failed.increment();
    }

    void countRefused() {
        refused.increment();
    }

    /** Records handed on, those too long not among them. */
    public long received() {
        return received.sum();
    }

    /** Lines beyond the limit, handed on as rejects. */
    public long tooLong() {
        return tooLong.sum();
    }

    /** Records that Kafka did not take. */
    public long failed() {
        return failed.sum();
    }

    /** Connections closed because there were too many. */
    public long refusedConnections() {
        return refused.sum();
    }
}
