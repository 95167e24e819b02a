package io.tadoru.serve.notify;

import io.tadoru.event.Json;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** By one HTTP POST of JSON; any answer of the two hundreds means taken. Redirections are not followed. */
final class WebhookCourier implements Courier {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int CLASS = 100;
    private static final int TAKEN = 2;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI url;
    private final Optional<String> authorization;

    /** The second is the whole value of the header of that name, where the receiver asks for one. */
    WebhookCourier(URI url, Optional<String> authorization) {
        this.url = url;
        this.authorization = authorization;
    }

    @Override
    public String channel() {
        return "webhook";
    }

    @Override
    public int receivers() {
        return 1;
    }

    @Override
    public void deliver(Notice notice) throws IOException {
        try {
            int status = client.send(request(notice), BodyHandlers.discarding()).statusCode();
            if (status / CLASS != TAKEN) {
                throw new IOException("the webhook answers " + status);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while the webhook was being called");
        }
    }

    private HttpRequest request(Notice notice) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", notice.id())
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(content(notice))));
        authorization.ifPresent(value -> request.header("Authorization", value));
        return request.build();
    }

    private static Map<String, Object> content(Notice notice) {
        News news = notice.news();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("id", notice.id());
        all.put("case", news.caseNumber());
        all.put("chain", news.chain());
        all.put("host", news.host());
        all.put("user", news.user());
        all.put("status", news.status());
        all.put("severity", news.severity());
        all.put("known_at", news.knownAt());
        all.put("sentence_en", news.en());
        all.put("sentence_ja", news.ja());
        all.put("text", notice.subject() + "\n" + notice.link());
        all.put("link", notice.link());
        return all;
    }
}
