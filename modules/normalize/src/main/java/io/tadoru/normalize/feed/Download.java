package io.tadoru.normalize.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Gets one file from one URL, if it is another than the copy that is there; bounded in size and time. */
final class Download {
    private static final int FINE = 200;
    private static final int SAME = 304;
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final long mostBytes;
    private final Duration patience;

    Download(long mostBytes, Duration patience) {
        this.mostBytes = mostBytes;
        this.patience = patience;
    }

    /** What came, in a file of its own, and by what it will be known again. */
    record Fetched(Path file, Validators validators) {}

    /**
     * Asks for it.
     *
     * @param copy the one that is there, if any
     * @return empty when the copy is the newest
     * @throws IOException when it cannot be had, with the reason
     */
    Optional<Fetched> get(URI url, Path copy) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url).timeout(ANSWER).header("User-Agent", "Tadoru");
        Validators.read(copy).ask(request);
        HttpResponse<InputStream> response = send(request.build());
        try (InputStream body = response.body()) {
            return switch (response.statusCode()) {
                case SAME -> Optional.empty();
                case FINE -> Optional.of(new Fetched(save(body, copy), Validators.of(response.headers())));
                default -> throw new IOException(url.getHost() + " answers " + response.statusCode());
            };
        }
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while being fetched");
        }
    }

    private Path save(InputStream body, Path copy) throws IOException {
        Files.createDirectories(copy.getParent());
        Path part = copy.resolveSibling("." + copy.getFileName() + ".part");
        CountDownLatch done = new CountDownLatch(1);
        Thread.startVirtualThread(() -> cut(body, done));
        try (OutputStream out = Files.newOutputStream(part)) {
            copy(body, out);
        } finally {
            done.countDown();
        }
        return part;
    }

    /** A server may send a byte a minute for ever. */
    private void cut(InputStream body, CountDownLatch done) {
        try {
            if (!done.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                body.close();
            }
        } catch (InterruptedException | IOException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long left = mostBytes;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            left -= n;
            if (left < 0) {
                throw new IOException("is larger than " + mostBytes + " bytes");
            }
            out.write(buffer, 0, n);
        }
    }
}
