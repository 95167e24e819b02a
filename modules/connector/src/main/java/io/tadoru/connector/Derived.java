package io.tadoru.connector;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * What follows from a field that a record set, and need not be said in every connector: the parts of a URL, the name in a path. What the
 * connector set itself stays.
 */
final class Derived {
    private static final int LONGEST_EXTENSION = 10;

    private Derived() {}

    static void complete(Map<String, Object> fields) {
        url(fields);
        copy(fields, "process.executable", "process.name", Derived::basename);
        copy(fields, "process.parent.executable", "process.parent.name", Derived::basename);
        copy(fields, "dll.path", "dll.name", Derived::basename);
        copy(fields, "file.path", "file.name", Derived::basename);
        copy(fields, "file.name", "file.extension", Derived::extension);
        copy(fields, "host.hostname", "host.name", name -> name);
        copy(fields, "host.name", "host.hostname", name -> name);
        copy(fields, "observer.hostname", "observer.name", name -> name);
    }

    private static void url(Map<String, Object> fields) {
        Object text = fields.getOrDefault("url.full", fields.get("url.original"));
        if (!(text instanceof String url)) {
            return;
        }
        if (url.contains("://")) {
            fields.putIfAbsent("url.full", url);
            fields.putIfAbsent("url.original", url);
            parts(Url.of(url), fields);
        } else if (url.startsWith("/")) {
            fields.putIfAbsent("url.original", url);
            put(fields, "url.path", Url.of(url).path());
            put(fields, "url.query", Url.of(url).query());
        }
    }

    private static void parts(Url url, Map<String, Object> fields) {
        put(fields, "url.scheme", url.scheme());
        put(fields, "url.domain", url.host());
        put(fields, "url.path", url.path());
        put(fields, "url.query", url.query());
        put(fields, "url.extension", extension(basename(url.path())));
        Long port = url.effectivePort() == null ? null : Numbers.whole(url.effectivePort());
        if (port != null) {
            fields.putIfAbsent("url.port", port);
        }
    }

    private static void copy(Map<String, Object> fields, String from, String to, Function<String, String> part) {
        if (fields.get(from) instanceof String value) {
            put(fields, to, part.apply(value));
        }
    }

    private static void put(Map<String, Object> fields, String field, String value) {
        if (!value.isEmpty()) {
            fields.putIfAbsent(field, value);
        }
    }

    private static String basename(String path) {
        return path.substring(1 + Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')));
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        boolean usual = dot > 0 && name.length() - dot - 1 <= LONGEST_EXTENSION;
        return usual ? name.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
    }
}
