package io.tadoru.detection.indicator;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** One value a line, with comments; also the form of a hosts file, in which bad names lead nowhere. */
final class PlainList {
    private static final Pattern COMMENT = Pattern.compile("(^|\\s)[#;].*");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Set<String> NOWHERE = Set.of("0.0.0.0", "127.0.0.1", "::", "::1");

    private PlainList() {}

    static void read(TextLines lines, Intake into) throws IOException {
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            String value = value(line.get());
            if (!value.isEmpty()) {
                read(value, lines.number(), into);
            }
        }
    }

    /** Without comment, quotes, and a comma at the end. */
    private static String value(String line) {
        String bare = COMMENT.matcher(line).replaceFirst("").strip();
        String open = bare.endsWith(",") ? bare.substring(0, bare.length() - 1) : bare;
        boolean quoted = open.length() > 1 && open.startsWith("\"") && open.endsWith("\"");
        return quoted ? open.substring(1, open.length() - 1) : open;
    }

    private static void read(String value, int line, Intake into) {
        String[] words = BLANKS.split(value);
        if (words.length < 2 || !NOWHERE.contains(words[0])) {
            into.take(line, Written.of("", value));
            return;
        }
        for (int i = 1; i < words.length; i++) {
            into.take(line, Written.of("domain", words[i]));
        }
    }
}
