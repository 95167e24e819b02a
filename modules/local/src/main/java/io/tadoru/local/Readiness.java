package io.tadoru.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Waits until Elasticsearch answers; if it ends instead, tells its last words. */
final class Readiness {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int LAST_LINES = 15;

    private Readiness() {}

    static void await(URI url, Watchdog process, Path console) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            while (!answers(client, url)) {
                if (!process.isAlive()) {
                    throw new LocalException("Elasticsearch ended while starting. Its last words:\n" + tail(console));
                }
                if (System.nanoTime() > deadline) {
                    throw new LocalException("Elasticsearch did not answer at " + url + " within "
                            + PATIENCE.toMinutes() + " minutes. Its last words:\n" + tail(console));
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException("Interrupted while Elasticsearch was starting.", e);
        }
    }

    private static boolean answers(HttpClient client, URI url) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/_cluster/health"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // not yet
        }
    }

    private static String tail(Path console) {
        try {
            List<String> lines = new String(Files.readAllBytes(console), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            return "(" + console + " cannot be read)";
        }
    }
}
