package io.tadoru.serve.api;

import io.javalin.http.Context;
import io.tadoru.serve.access.Caller;
import java.util.Objects;

/** Who asks, once the door has let them in. */
public final class Callers {
    private static final String ATTRIBUTE = "tadoru.caller";

    private Callers() {}

    /** Told by the door. */
    public static void set(Context context, Caller caller) {
        context.attribute(ATTRIBUTE, caller);
    }

    static Caller of(Context context) {
        return Objects.requireNonNull(context.<Caller>attribute(ATTRIBUTE), "a route without a caller was entered");
    }
}
