package io.tadoru.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.casework.Escape;
import io.tadoru.event.Json;
import io.tadoru.runtime.SettingList;
import io.tadoru.runtime.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Asks the API of a running installation; whatever goes wrong becomes one sentence. */
final class ApiClient {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LARGEST = 256 * 1024 * 1024;

    /** An answer's bytes, and the name that the server gives them. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Download(byte[] bytes, Optional<String> disposition) {}

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER) // the token goes to no other server
            .build();
    private final String url;
    private final String token;

    private ApiClient(String url, String token) {
        this.url = url;
        this.token = token;
    }

    /** Where and as whom the settings say. */
    static ApiClient of(Settings settings) {
        String url = settings.get(SettingList.API_URL).toString().replaceAll("/+$", "");
        String token = settings.find(SettingList.API_TOKEN)
                .orElseThrow(() -> new CommandFailed("no token: set " + SettingList.API_TOKEN.variable() + "; " + HOW));
        return new ApiClient(url + "/api/v1", token);
    }

    private static final String HOW = "`tadoru token create --name NAME --role reader` (or analyst) makes one";

    /** One part of a path, whatever is in it. */
    static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    JsonNode get(String path) {
        return json(download(path).bytes());
    }

    JsonNode post(String path, Map<String, String> body) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(body)));
        return json(send(request).bytes());
    }

    JsonNode delete(String path) {
        return json(send(request(path).DELETE()).bytes());
    }

    Download download(String path) {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        try {
            return HttpRequest.newBuilder(URI.create(url + path))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + token);
        } catch (IllegalArgumentException e) {
            throw new CommandFailed("api.url or api.token has characters that cannot be sent", e);
        }
    }

    private Download send(HttpRequest.Builder request) {
        try {
            HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
            return answered(response.statusCode(), new Download(bytes(response), disposition(response)));
        } catch (IOException e) {
            throw new CommandFailed(
                    url + " does not answer: is `tadoru run` (or the demo) running, and is api.url right?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("stopped before the answer came", e);
        }
    }

    private static byte[] bytes(HttpResponse<InputStream> response) throws IOException {
        try (InputStream body = response.body()) {
            return body.readNBytes(LARGEST);
        }
    }

    private static Optional<String> disposition(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Disposition");
    }

    private static Download answered(int status, Download answer) {
        return switch (status) {
            case 200, 202 -> answer;
            case 401 ->
                throw new CommandFailed(
                        "the token in " + SettingList.API_TOKEN.variable() + " is not accepted; " + HOW);
            case 403 -> throw new CommandFailed("this token may not do that; it takes the role analyst");
            default -> throw new CommandFailed(detail(status, answer.bytes()));
        };
    }

    private static String detail(int status, byte[] body) {
        JsonNode detail = json(body).path("detail");
        return detail.isTextual() ? Escape.terminal(detail.asText()) : "the API answers with status " + status;
    }

    private static JsonNode json(byte[] body) {
        try {
            return Json.MAPPER.readTree(body);
        } catch (IOException e) {
            throw new CommandFailed("what answers there is not Tadoru's API; is api.url right?", e);
        }
    }
}
