package io.tadoru.connector;

import java.util.List;
import java.util.function.BiConsumer;

/** The header that CEF and LEEF have in common: fields between bars, of which those in values are escaped. */
final class Bars {
    private Bars() {}

    /** Where the text after the last field begins, or -1 when there are fewer fields than names. */
    static int read(String text, int from, List<String> names, BiConsumer<String, String> put) {
        int at = from;
        for (String name : names) {
            StringBuilder value = new StringBuilder();
            while (at < text.length() && text.charAt(at) != '|') {
                boolean escape = text.charAt(at) == '\\' && at + 1 < text.length();
                at += escape ? 1 : 0;
                value.append(text.charAt(at++));
            }
            if (at >= text.length()) {
                return -1;
            }
            put.accept(name, value.toString().strip());
            at++;
        }
        return at;
    }

    /** What the sign after a backslash stands for. */
    static char unescaped(char sign) {
        return switch (sign) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> sign;
        };
    }
}
