package io.tadoru.collect;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Where listeners hand records on to. It makes its caller wait while it has no room: that is the back-pressure. */
public interface RawSender extends AutoCloseable {
    /**
     * Hands a record on.
     *
     * @param position where it stands in its file; null for network input
     * @return done when the record is safe; failed when it was not taken
     */
    CompletableFuture<Void> send(Origin origin, @Nullable String position, byte[] bytes);

    /** Hands on what is kept of a line that exceeds the limit, as a reject. */
    CompletableFuture<Void> sendTooLong(Origin origin, @Nullable String position, Line.TooLong line);

    @Override
    void close();
}
