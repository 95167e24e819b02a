package io.tadoru.collect;

import java.io.IOException;
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
    static final class NotTaken extends IOException {
        NotTaken(Throwable cause) {
            super("Kafka did not take the records", cause);
        }
    }

    private final Duration patience;
    private final List<CompletableFuture<Void>> sent = new ArrayList<>();

    Outstanding(Duration patience) {
        this.patience = patience;
    }

    /** Adds one; waits for all when they are many, or when this one has failed already. */
    void add(CompletableFuture<Void> future) throws NotTaken {
        sent.add(future);
        if (sent.size() >= MOST || future.isCompletedExceptionally()) {
            await();
        }
    }

    /** Whether all that was added is safe. */
    boolean isEmpty() {
        return sent.isEmpty();
    }

    /** Waits until all are safe. */
    void await() throws NotTaken {
        var all = CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new));
        sent.clear();
        try {
            all.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new NotTaken(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotTaken(e);
        }
    }
}
