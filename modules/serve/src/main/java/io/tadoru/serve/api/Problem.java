package io.tadoru.serve.api;

import java.util.LinkedHashMap;
import java.util.Map;

/** An answer that is no answer, as RFC 9457 has it: status, title, and a sentence that tells the caller what to do. */
public final class Problem extends RuntimeException {
    /** The media type. */
    public static final String TYPE = "application/problem+json";

    private static final long serialVersionUID = 1;

    private final int status;
    private final String title;
    private final transient Map<String, Object> more;

    private Problem(int status, String title, String detail, Map<String, Object> more) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
        this.more = Map.copyOf(more);
    }

    /** Of any status. */
    public static Problem of(int status, String title, String detail) {
        return new Problem(status, title, detail, Map.of());
    }

    /** The request cannot be understood; the sentence names the part. */
    public static Problem bad(String detail) {
        return of(400, "Bad request", detail);
    }

    static Problem noSuchChain() {
        return of(404, "Not found", "There is no such chain.");
    }

    static Problem notYet(String detail) {
        return of(503, "Not now", detail);
    }

    Problem with(String name, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(more);
        all.put(name, value);
        return new Problem(status, title, String.valueOf(getMessage()), all);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The body. */
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "about:blank");
        document.put("title", title);
        document.put("status", status);
        document.put("detail", String.valueOf(getMessage()));
        document.putAll(more);
        return document;
    }
}
