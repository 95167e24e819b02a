package io.tadoru.serve.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** One file out of the class path, with its media type; a path that leads elsewhere finds nothing. */
record ClassPathFile(String mediaType, InputStream content) {
    private static final Pattern PATH =
            Pattern.compile("([A-Za-z0-9_@][A-Za-z0-9_@.-]*/)*[A-Za-z0-9_@][A-Za-z0-9_@.-]*");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "mjs", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "woff2", "font/woff2");

    static Optional<ClassPathFile> find(String folder, String path) {
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null || !PATH.matcher(path).matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(ClassPathFile.class.getResourceAsStream(folder + path))
                .map(content -> new ClassPathFile(type, content));
    }

    byte[] bytes() throws IOException {
        try (content) {
            return content.readAllBytes();
        }
    }
}
