package io.tadoru.serve.api;

import io.javalin.http.Context;
import io.tadoru.event.Json;

/** How answers leave: JSON, never kept by anybody on the way. */
final class Answers {
    private Answers() {}

    static void json(Context context, Object value) {
        context.contentType("application/json").result(Json.bytes(value));
    }

    static void json(Context context, int status, Object value) {
        json(context.status(status), value);
    }
}
