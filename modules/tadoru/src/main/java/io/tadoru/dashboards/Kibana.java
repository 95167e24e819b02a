package io.tadoru.dashboards;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.command.CommandFailed;
import io.tadoru.event.Json;
import io.tadoru.store.Login;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where people look at what {@code index} has written: takes our dashboards, over those it has of the same ids. */
public final class Kibana {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int TOLD = 300;

    private final URI base;
    private final Optional<Login> login;

    private Kibana(URI base, Optional<Login> login) {
        this.base = base;
        this.login = login;
    }

    /**
     * Asks nothing yet.
     *
     * @param url with the path of a space, where it is not the default one
     * @throws CommandFailed when the URL is none of HTTP
     */
    public static Kibana at(URI url, Optional<Login> login) {
        boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!http || url.getHost() == null || url.getUserInfo() != null || url.getQuery() != null) {
            throw new CommandFailed(
                    "--kibana: give a URL such as http://localhost:5601, without user name and password");
        }
        return new Kibana(URI.create(url.toString().replaceAll("/+$", "")), login);
    }

    /**
     * Imports them; again is harmless.
     *
     * @return how many objects Kibana took
     * @throws CommandFailed when it cannot be reached or takes not all of them, saying why
     */
    public int load(SavedObjects objects) throws InterruptedException {
        try (HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build()) {
            return taken(
                    http.send(request(objects.ndjson()), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new CommandFailed("Kibana at " + base + " does not answer: " + e, e);
        }
    }

    private HttpRequest request(byte[] ndjson) {
        String boundary = "tadoru-" + UUID.randomUUID();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(base + "/api/saved_objects/_import?overwrite=true"))
                .timeout(PATIENCE)
                .header("kbn-xsrf", "tadoru")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(multipart(boundary, ndjson)));
        login.ifPresent(as -> request.header("Authorization", as.authorization()));
        return request.build();
    }

    /** One part, of which Kibana asks that its file name ends with {@code .ndjson} (RFC 7578). */
    private static byte[] multipart(String boundary, byte[] ndjson) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"tadoru.ndjson\""
                                + "\r\nContent-Type: application/ndjson\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(ndjson);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

    private int taken(HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 200 -> taken(json(answer.body()), answer.body());
            case 401 ->
                throw failed("refuses the login: set elasticsearch.username and elasticsearch.password to a user"
                        + " that may manage saved objects");
            case 403 -> throw failed("does not let this user manage saved objects: " + told(answer.body()));
            case 503 -> throw failed("is not ready yet; run this again in a minute");
            default -> throw failed("answered " + answer.statusCode() + ": " + told(answer.body()));
        };
    }

    private int taken(JsonNode answer, String body) {
        if (answer.path("success").asBoolean()) {
            return answer.path("successCount").asInt();
        }
        List<String> errors = new ArrayList<>();
        for (JsonNode error : answer.path("errors")) {
            errors.add(error.path("type").asText() + " " + error.path("id").asText() + ": "
                    + error.at("/error/type").asText());
        }
        throw failed("did not take all: " + told(errors.isEmpty() ? body : String.join("; ", errors)));
    }

    private JsonNode json(String body) {
        try {
            return Json.MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new CommandFailed("what answers at " + base + " is no Kibana: " + told(body), e);
        }
    }

    private CommandFailed failed(String what) {
        return new CommandFailed("Kibana at " + base + " " + what);
    }

    /** The beginning, without what could steer a terminal. */
    private static String told(String body) {
        String clean = body.replaceAll("\\p{Cntrl}+", " ").strip();
        return clean.length() <= TOLD ? clean : clean.substring(0, TOLD) + " …";
    }
}
