package io.tadoru.detection;

import java.util.Locale;
import java.util.regex.Pattern;

/** Undoes what people do to addresses and URLs so that nobody clicks on them. */
final class Defanged {
    private static final Pattern DOT = Pattern.compile("(?i)\\[(\\.|dot)]|\\((\\.|dot)\\)|\\{(\\.|dot)}|\\\\\\.");
    private static final Pattern AT = Pattern.compile("(?i)\\[(@|at)]|\\((@|at)\\)|\\{(@|at)}");
    private static final Pattern COLON = Pattern.compile("\\[(:|://)]");
    private static final Pattern SCHEME = Pattern.compile("(?i)^(?:h[tx]{2}p(s?)|(f)[tx]p)(?=://)");

    private Defanged() {}

    static String plain(String text) {
        return isTouched(text) ? undone(text) : text;
    }

    private static boolean isTouched(String text) {
        boolean marks = text.chars().anyMatch(c -> c == '[' || c == '(' || c == '{' || c == '\\');
        return marks || SCHEME.matcher(text).lookingAt();
    }

    private static String undone(String text) {
        String dots = DOT.matcher(text).replaceAll(".");
        String ats = AT.matcher(dots).replaceAll("@");
        String colons = COLON.matcher(ats).replaceAll("$1");
        return SCHEME.matcher(colons)
                .replaceFirst(m -> m.group(2) == null ? "http" + m.group(1).toLowerCase(Locale.ROOT) : "ftp");
    }
}
