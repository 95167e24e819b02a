package io.tadoru.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.tadoru.event.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A server of the page with canned answers, as strict as the real one: for the page's tests and for working on it. */
final class PageFixture implements AutoCloseable {
    static final String TOKEN = "tdr_fixture_secret";
    private static final Pattern INLINE = Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

    private final Path page;
    private final PageAnswers answers = new PageAnswers();
    private final Javalin server;
    final List<JsonNode> posted = new CopyOnWriteArrayList<>();

    /** Parts of a chain that this server has not. */
    final List<String> missing = new CopyOnWriteArrayList<>();

    PageFixture(Path root, int port) {
        page = root.resolve("modules/serve/src/main/resources/io/tadoru/serve/page");
        server = Javalin.create(this::routes).start("127.0.0.1", port);
    }

    /** For working on the page: {@code PageFixture [port]}, run in the checkout. */
    public static void main(String[] arguments) {
        PageFixture fixture = new PageFixture(
                Path.of("").toAbsolutePath(), arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8099);
        System.out.println(fixture.url());
    }

    String url() {
        return address() + "/#token=" + TOKEN;
    }

    String address() {
        return "http://127.0.0.1:" + server.port();
    }

    private void routes(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.routes.before(this::strict);
        config.routes.before("/api/*", PageFixture::known);
        config.routes.get("/", context -> file(context, "index.html"));
        config.routes.get("/assets/{name}", context -> file(context, "assets/" + context.pathParam("name")));
        config.routes.get("/webjars/<path>", PageFixture::webJar);
        config.routes.get("/api/v1/me", context -> json(context, Map.of("name", "hanako", "role", "analyst")));
        config.routes.get("/api/v1/chains", context -> json(context, answers.list(context.queryParamMap())));
        config.routes.get("/api/v1/chains/{id}", context -> json(context, answers.chain(context.pathParam("id"))));
        config.routes.post("/api/v1/chains/{id}/decisions", this::decide);
        config.routes.get("/api/v1/chains/{id}/<part>", this::part);
        config.routes.post("/api/v1/allow", this::allow);
    }

    private void strict(Context context) throws IOException {
        context.header(
                "Content-Security-Policy",
                "default-src 'self'; script-src 'self' 'sha256-" + importMapHash()
                        + "'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'");
        context.header("X-Content-Type-Options", "nosniff");
    }

    private String importMapHash() throws IOException {
        Matcher inline = INLINE.matcher(Files.readString(page.resolve("index.html")));
        if (!inline.find()) {
            throw new IllegalStateException("no import map in index.html");
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(inline.group(1).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void known(Context context) {
        if (!("Bearer " + TOKEN).equals(context.header("Authorization"))) {
            problem(context, 401, "The token is not valid.");
            context.skipRemainingHandlers();
        }
    }

    private void file(Context context, String name) throws IOException {
        Path file = page.resolve(name).normalize();
        if (!file.startsWith(page) || !Files.isRegularFile(file)) {
            context.status(404);
            return;
        }
        context.contentType(type(name)).result(Files.readAllBytes(file));
    }

    private static void webJar(Context context) throws IOException {
        String name = "/META-INF/resources/webjars/" + context.pathParam("path");
        try (@Nullable InputStream in = PageFixture.class.getResourceAsStream(name)) {
            if (in == null) {
                context.status(404);
                return;
            }
            context.contentType(type(name)).result(in.readAllBytes());
        }
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "js" -> "text/javascript; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            case "svg" -> "image/svg+xml";
            default -> "text/html; charset=utf-8";
        };
    }

    private void decide(Context context) throws IOException {
        ObjectNode decision = (ObjectNode) Json.MAPPER.readTree(context.body());
        posted.add(decision.deepCopy());
        decision.put("id", "d" + posted.size())
                .put("by", "hanako")
                .put("at", Instant.now().toString());
        answers.decide(context.pathParam("id"), decision);
        json(context.status(202), Map.of("decision", decision));
    }

    private void allow(Context context) throws IOException {
        ObjectNode entry = (ObjectNode) Json.MAPPER.readTree(context.body());
        posted.add(entry.deepCopy());
        json(context.status(202), entry.put("id", "A-7K3F9QZ1"));
    }

    private void part(Context context) {
        String part = context.pathParam("part");
        Object answer = missing.contains(part) ? null : answers.part(context.pathParam("id"), part);
        if (answer == null) {
            problem(context, 404, "No such part.");
        } else if (answer instanceof String text) {
            context.header("Content-Disposition", "attachment; filename=\"" + part.replace('/', '-') + "\"")
                    .result(text);
        } else {
            json(context, answer);
        }
    }

    private static void problem(Context context, int status, String detail) {
        json(context.status(status), Map.of("title", "Refused", "detail", detail, "status", status));
        context.contentType("application/problem+json");
    }

    private static void json(Context context, @Nullable Object answer) {
        if (answer == null) {
            problem(context, 404, "No such chain.");
            return;
        }
        context.contentType("application/json")
                .result(Json.MAPPER.valueToTree(answer).toString());
    }

    @Override
    public void close() {
        server.stop();
    }
}
