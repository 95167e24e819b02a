package io.tadoru.local;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Elasticsearch by plain HTTP. */
final class Client {
    private Client() {}

    static String put(URI url, String path, String json) throws Exception {
        return send(HttpRequest.newBuilder(url.resolve(path))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    static String get(URI url, String path) throws Exception {
        return send(HttpRequest.newBuilder(url.resolve(path)).build());
    }

    private static String send(HttpRequest request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
