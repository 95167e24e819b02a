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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits until Elasticsearch answers and has opened its indices; if it ends instead, tells its last words. */
final class Readiness {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int LAST_LINES = 15;
    private static final String HEALTH = "/_cluster/health?wait_for_status=yellow&timeout=2s";
    private static final int TIMED_OUT = 408;
    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);

    private Readiness() {}

    private enum State {
        SILENT,
        /** It answers, but has not opened what it holds. */
        OPENING,
        READY
    }

    static void await(URI url, Watchdog process, Path console) {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            await(client, url, process, console);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException("Interrupted while Elasticsearch was starting.", e);
        }
    }

    private static void await(HttpClient client, URI url, Watchdog process, Path console) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        State state = ask(client, url);
        while (state != State.READY && System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw new LocalException("Elasticsearch ended while starting. Its last words:\n" + tail(console));
            }
            TimeUnit.MILLISECONDS.sleep(200);
            state = ask(client, url);
        }
        judge(state, url, console);
    }

    private static void judge(State state, URI url, Path console) {
        if (state == State.SILENT) {
            throw new LocalException("Elasticsearch did not answer at " + url + " within " + PATIENCE.toMinutes()
                    + " minutes. Its last words:\n" + tail(console));
        } else if (state == State.OPENING) {
            LOG.warn("Elasticsearch at {} answers, but some of its indices do not open; see _cluster/health", url);
        }
    }

    private static State ask(HttpClient client, URI url) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve(HEALTH))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status == 200 ? State.READY : status == TIMED_OUT ? State.OPENING : State.SILENT;
        } catch (IOException e) {
            return State.SILENT; // not yet
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
