package io.tadoru.serve.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.javalin.http.Context;
import io.tadoru.event.Json;
import io.tadoru.serve.access.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/** Who the caller is, how the API is described, whether we are well. */
final class AboutApi {
    private final BooleanSupplier healthy;
    private final byte[] yaml;
    private final byte[] json;

    AboutApi(BooleanSupplier healthy) {
        this.healthy = healthy;
        this.yaml = description();
        this.json = Json.bytes(tree(yaml));
    }

    List<Route> routes() {
        return List.of(
                Route.get("/me", AboutApi::me),
                Route.open(
                        Route.BASE + "/openapi.json",
                        context -> context.contentType("application/json").result(json)),
                Route.open(
                        Route.BASE + "/openapi.yaml",
                        context -> context.contentType("application/yaml").result(yaml)),
                Route.open("/health", this::health));
    }

    private static void me(Context context) {
        Caller caller = Callers.of(context);
        Map<String, Object> me = new LinkedHashMap<>();
        me.put("name", caller.name());
        me.put("role", caller.role().text());
        me.put("expires", caller.expires().toString());
        Answers.json(context, me);
    }

    private void health(Context context) {
        boolean well = healthy.getAsBoolean();
        Answers.json(context, well ? 200 : 503, Map.of("status", well ? "up" : "down"));
    }

    private static byte[] description() {
        try (InputStream in = AboutApi.class.getResourceAsStream("openapi.yaml")) {
            return Objects.requireNonNull(in, "openapi.yaml").readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode tree(byte[] yaml) {
        try {
            return new YAMLMapper().readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
