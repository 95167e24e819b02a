package io.tadoru.collect;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Where listeners hand records on to. It makes its caller wait while it has no room: that is the back-pressure. */
public interface RawSender extends AutoCloseable {
    /** There was no room for the record in time; it may be handed on again. */
    final class Busy extends RuntimeException {
        public Busy(Throwable cause) {
            super("Kafka has no room at present", cause);
        }
    }

    /**
     * Hands a record on.
     *
     * @param position where it stands in its file; null for network input
     * @return done when the record is safe; failed when it was not taken, at once with {@link Busy} when there was no room
     */
    CompletableFuture<Void> send(Origin origin, @Nullable String position, Line.Whole line);

    /** Hands on what is kept of a line that exceeds the limit, as a reject. */
    CompletableFuture<Void> sendTooLong(Origin origin, @Nullable String position, Line.TooLong line);

    @Override
    void close();
}
