package io.tadoru.connector;

/** Reads {@code key=value key="quoted \" value"}, in one pass over the text. */
final class KeyValues implements Reader {
    private final char between;
    private final char assign;
    private final boolean quotes;

    KeyValues(char between, char assign) {
        this(between, assign, true);
    }

    /** Without quotes a quotation mark is a sign like any other. */
    KeyValues(char between, char assign, boolean quotes) {
        this.between = between;
        this.assign = assign;
        this.quotes = quotes;
    }

    @Override
    public boolean read(String text, Fill fill) {
        int at = 0;
        boolean any = false;
        while (at < text.length()) {
            int equals = text.indexOf(assign, at);
            if (equals < 0) {
                return any;
            }
            String name = name(text, at, equals);
            at = value(text, equals + 1, name, fill);
            any |= !name.isEmpty();
        }
        return any;
    }

    /** The last word before the sign: words without one are skipped. */
    private String name(String text, int from, int equals) {
        int start = equals;
        while (start > from && text.charAt(start - 1) != between) {
            start--;
        }
        return text.substring(start, equals).strip();
    }

    private int value(String text, int from, String name, Fill fill) {
        if (quotes && from < text.length() && text.charAt(from) == '"') {
            return quoted(text, from + 1, name, fill);
        }
        int found = text.indexOf(between, from);
        int end = found < 0 ? text.length() : found;
        put(name, text.substring(from, end).strip(), fill);
        return end + 1;
    }

    private static int quoted(String text, int from, String name, Fill fill) {
        StringBuilder value = new StringBuilder();
        int at = from;
        while (at < text.length() && text.charAt(at) != '"') {
            boolean escape = text.charAt(at) == '\\'
                    && at + 1 < text.length()
                    && (text.charAt(at + 1) == '"' || text.charAt(at + 1) == '\\');
            at += escape ? 1 : 0;
            value.append(text.charAt(at++));
        }
        put(name, value.toString(), fill);
        return at + 1;
    }

    private static void put(String name, String value, Fill fill) {
        if (!name.isEmpty()) {
            fill.put(name, value);
        }
    }

    @Override
    public String expected() {
        return "key" + assign + "value pairs";
    }
}
