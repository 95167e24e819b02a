package io.tadoru.demo;

import io.tadoru.collect.CollectStep;
import io.tadoru.demo.Scenario.Feed;
import io.tadoru.runtime.SourceSettings.Via;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.LongAdder;

/** Plays a scenario's lines, bytes untouched, into the real listeners, all sources at once; files are read by the step itself. */
final class Player {
    private static final int BODY_BYTES = 1 << 20;

    private final CollectStep collect;
    private final Received received;
    private final LongAdder sent = new LongAdder();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<CompletableFuture<Void>> feeds = new ArrayList<>();

    private Player(CollectStep collect, Received received) {
        this.collect = collect;
        this.received = received;
    }

    static Player start(List<Feed> feeds, CollectStep collect, Received received) {
        Player player = new Player(collect, received);
        feeds.stream().filter(f -> f.via() != Via.FILE).forEach(player::start);
        return player;
    }

    private void start(Feed feed) {
        feeds.add(CompletableFuture.runAsync(
                () -> {
                    try {
                        play(feed);
                    } catch (IOException e) {
                        throw new UncheckedIOException(feed.file() + " could not be sent", e);
                    }
                },
                Thread::startVirtualThread));
    }

    private void play(Feed feed) throws IOException {
        if (feed.via() == Via.HTTP) {
            post(feed);
        } else {
            stream(feed);
        }
    }

    private void missing(Feed feed, FeedLines.Taker taker) throws IOException {
        FeedLines.each(feed.file(), line -> {
            if (!isThere(feed, line)) {
                taker.take(line);
            }
        });
    }

    private boolean isThere(Feed feed, byte[] line) {
        synchronized (received) {
            return received.takeAway(feed.source(), line);
        }
    }

    /** One connection, so that the lines of a source keep their order. */
    private void stream(Feed feed) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), collect.port(feed.source()));
                OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16)) {
            missing(feed, line -> {
                out.write(line);
                out.write('\n');
                sent.increment();
            });
        }
    }

    private void post(Feed feed) throws IOException {
        var body = new ByteArrayOutputStream();
        long[] held = {0};
        missing(feed, line -> {
            body.write(line);
            body.write('\n');
            held[0]++;
            if (body.size() > BODY_BYTES) {
                post(feed, body.toByteArray(), held[0]);
                body.reset();
                held[0] = 0;
            }
        });
        if (held[0] > 0) {
            post(feed, body.toByteArray(), held[0]);
        }
    }

    private void post(Feed feed, byte[] body, long lines) throws IOException {
        URI uri = URI.create("http://127.0.0.1:" + collect.port(feed.source()) + "/ingest/" + feed.source());
        HttpRequest request = HttpRequest.newBuilder(uri)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(uri + " answered " + answer.statusCode() + ": " + answer.body());
            }
            sent.add(lines);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while sending", e);
        }
    }

    /** Lines handed to sockets by this player. */
    long sent() {
        return sent.sum();
    }

    /**
     * Whether all is sent and Kafka has it; sockets are done before the listener has read them to their end.
     *
     * @throws CompletionException when a feed could not be sent
     */
    boolean done() {
        feeds.stream().filter(CompletableFuture::isDone).forEach(CompletableFuture::join);
        collect.filesRead().getNow(null);
        boolean written = feeds.stream().allMatch(CompletableFuture::isDone)
                && collect.filesRead().isDone();
        return written && collect.counters().received() + collect.counters().tooLong() >= sent();
    }
}
