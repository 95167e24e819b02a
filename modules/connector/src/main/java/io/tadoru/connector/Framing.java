package io.tadoru.connector;

import com.google.re2j.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a connector's records lie in the lines of a file.
 *
 * @param header such a line tells how to read those after it, and is no record of its own
 * @param starts a record begins with such a line, and what follows belongs to it; null when each line is one
 * @param w3c only a header line with {@code #Fields:} names columns
 */
record Framing(@Nullable Pattern header, @Nullable Pattern starts, boolean w3c) {
    static final Framing LINES = new Framing(null, null, false);
    private static final Pattern HASH = Pattern.compile("^#");
    static final List<String> KEYS = List.of("syslog", "header", "starts");

    /** Of {@code frame}, when it is a mapping. */
    static Framing compile(Spot frame) {
        if (!frame.isMap()) {
            return LINES;
        }
        frame.only(KEYS);
        boolean w3c = frame.at("header").filter(h -> h.text().equals("w3c")).isPresent();
        Pattern header = w3c ? HASH : frame.at("header").map(Patterns::compile).orElse(null);
        return new Framing(header, frame.at("starts").map(Patterns::compile).orElse(null), w3c);
    }

    boolean plain() {
        return header == null && starts == null;
    }

    boolean heads(String line) {
        return header != null
                && line.length() <= Patterns.LONGEST
                && header.matcher(line).find();
    }

    boolean names(String header) {
        return !w3c || header.startsWith("#Fields:");
    }

    /** Whether the line belongs to the record that the lines before it began. */
    boolean continues(String line) {
        return starts != null && !starts.matcher(line).find();
    }
}
