package io.tadoru.connector;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a record of the W3C Extended Log File Format (WD-logfile-960323): fields between blanks or tabs, text in quotes whose
 * inner quotes are doubled, {@code -} for none. The names stood in the file's {@code #Fields:}, or are those that the connector takes
 * a device without one to have.
 */
final class W3c implements Reader {
    static final String FIELDS = "#Fields:";

    private static final String BLANKS = " \t";

    private final Columns columns;
    private final String separators;

    W3c(List<String> otherwise) {
        this(otherwise, BLANKS);
    }

    /** With other signs between the fields: commas, or tabs where text holds blanks. */
    W3c(List<String> otherwise, String separators) {
        this.columns = Columns.told(otherwise, W3c::names);
        this.separators = separators;
    }

    static List<String> names(String header) {
        if (!header.startsWith(FIELDS)) {
            return List.of();
        }
        String names = header.substring(FIELDS.length()).strip();
        return List.of(names.split(names.indexOf(',') > 0 ? " ?, ?" : "[ \t]+"));
    }

    @Override
    public boolean read(String text, Fill fill) {
        return read(text, "", fill);
    }

    @Override
    public boolean read(String text, String context, Fill fill) {
        List<String> names = columns.in(context);
        List<String> values = cut(text);
        if (text.startsWith("#") || names.isEmpty() || values.size() < Math.min(names.size(), 2)) {
            return false;
        }
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).equals("-")) {
                fill.put(Columns.name(names, i), values.get(i));
            }
        }
        return true;
    }

    private List<String> cut(String text) {
        List<String> values = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (separators.indexOf(c) >= 0) {
                at = separator(text, at, values);
            } else if (c == '"') {
                at = quoted(text, at + 1, values);
            } else {
                int end = end(text, at);
                values.add(text.substring(at, end));
                at = end;
            }
        }
        return values;
    }

    /** Blanks in a row are one; between two commas or tabs alone there is an empty field. */
    private int separator(String text, int at, List<String> values) {
        boolean again = at == 0 || separators.indexOf(text.charAt(at - 1)) >= 0;
        if (again && !separators.equals(BLANKS)) {
            values.add("-");
        }
        return at + 1;
    }

    private int end(String text, int from) {
        int end = from;
        while (end < text.length() && separators.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static int quoted(String text, int from, List<String> values) {
        StringBuilder value = new StringBuilder();
        int at = from;
        while (at < text.length()) {
            if (text.charAt(at) != '"') {
                value.append(text.charAt(at++));
            } else if (text.startsWith("\"\"", at)) {
                value.append('"');
                at += 2;
            } else {
                break;
            }
        }
        values.add(value.toString());
        return at + 1;
    }

    @Override
    public String expected() {
        return "a line whose columns #Fields: names";
    }
}
