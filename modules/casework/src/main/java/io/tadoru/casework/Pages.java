package io.tadoru.casework;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The pages of a package that people read: templates among the resources, filled in with everything escaped. */
final class Pages {
    private static final Mustache.Compiler HTML = Mustache.compiler()
            .escapeHTML(true)
            .defaultValue("")
            .emptyStringIsFalse(true)
            .zeroIsFalse(true);
    private static final Mustache.Compiler TEXT = Mustache.compiler()
            .escapeHTML(false)
            .defaultValue("")
            .emptyStringIsFalse(true)
            .zeroIsFalse(true);

    private Pages() {}

    static byte[] timeline(CaseMaterial material, OriginalLines lines, List<String> cut) throws IOException {
        return page(HTML, "timeline.html", TimelineView.of(material, lines, cut));
    }

    static byte[] readme(CaseMaterial material, OriginalLines lines, List<String> cut) throws IOException {
        return page(TEXT, "README.txt", ReadmeView.of(material, lines, cut));
    }

    private static byte[] page(Mustache.Compiler compiler, String name, Map<String, Object> view) throws IOException {
        try (InputStream in = Objects.requireNonNull(Pages.class.getResourceAsStream(name), name)) {
            String template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return compiler.compile(template).execute(view).getBytes(StandardCharsets.UTF_8);
        }
    }
}
