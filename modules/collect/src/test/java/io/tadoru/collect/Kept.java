package io.tadoru.collect;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A sender that keeps what it is given, and refuses when told to. */
final class Kept implements RawSender {
    @SuppressWarnings("ArrayRecordComponent")
    record Sent(Origin origin, @Nullable String position, byte[] bytes, String context) {
        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    record Rejected(Origin origin, @Nullable String position, Line.TooLong line) {}

    final List<Sent> sent = new CopyOnWriteArrayList<>();
    final List<Rejected> rejected = new CopyOnWriteArrayList<>();
    volatile @Nullable RuntimeException refusal;

    @Override
    public CompletableFuture<Void> send(Origin origin, @Nullable String position, Line.Whole line) {
        RuntimeException reason = refusal;
        if (reason != null) {
            return CompletableFuture.failedFuture(reason);
        }
        sent.add(new Sent(origin, position, line.bytes(), line.context()));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> sendTooLong(Origin origin, @Nullable String position, Line.TooLong line) {
        rejected.add(new Rejected(origin, position, line));
        return CompletableFuture.completedFuture(null);
    }

    List<String> texts(Charset charset) {
        return sent.stream().map(s -> new String(s.bytes(), charset)).toList();
    }

    List<String> texts() {
        return sent.stream().map(Sent::text).toList();
    }

    List<@Nullable String> positions() {
        return sent.stream().<@Nullable String>map(Sent::position).toList();
    }

    @Override
    public void close() {}
}
