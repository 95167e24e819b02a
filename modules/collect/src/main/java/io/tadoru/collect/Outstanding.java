package io.tadoru.collect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Records handed on but not yet known to be safe: so many at most, then they are waited for. */
final class Outstanding {
    private static final int MOST = 2_000;

    /** Kafka did not take a record, or not in time. */
    static final class NotTaken extends Exception {
        NotTaken(Throwable cause) {
            super(cause);
        }
    }

    private final Duration patience;
    private final List<CompletableFuture<Void>> sent = new ArrayList<>();

    Outstanding(Duration patience) {
        this.patience = patience;
    }

    void add(CompletableFuture<Void> future) throws NotTaken, InterruptedException {
        sent.add(future);
        if (sent.size() >= MOST) {
            await();
        }
    }

    /** Whether that many are outstanding that {@link #await} is due, or none is. */
    boolean isEmpty() {
        return sent.isEmpty();
    }

    /** Waits until all are safe. */
    void await() throws NotTaken, InterruptedException {
        try {
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new NotTaken(e);
        } finally {
            sent.clear();
        }
    }
}
