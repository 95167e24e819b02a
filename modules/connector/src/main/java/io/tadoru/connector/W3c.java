package io.tadoru.connector;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a record of the W3C Extended Log File Format (WD-logfile-960323): fields between blanks or tabs, text in quotes whose
 * inner quotes are doubled, {@code -} for none. The names stood in the file's {@code #Fields:}, or are those that the connector takes
 * a device without one to have.
 */
final class W3c implements Reader {
    private static final String FIELDS = "#Fields:";

    private final Columns columns;

    W3c(List<String> otherwise) {
        this.columns = Columns.told(otherwise, W3c::names);
    }

    private static List<String> names(String header) {
        return header.startsWith(FIELDS) ? cut(header.substring(FIELDS.length()).strip()) : List.of();
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

    private static List<String> cut(String text) {
        List<String> values = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\t') {
                at++;
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

    private static int end(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != ' ' && text.charAt(end) != '\t') {
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
