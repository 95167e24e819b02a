package io.tadoru.detection;

import io.tadoru.event.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files and URLs that a command line names; quotes are honoured, and a path with spaces may lack them. */
final class CommandLine {
    private static final int LONGEST = 8192;
    private static final int MOST = 16;
    private static final Pattern TOKEN = Pattern.compile("\"([^\"]*)\"?|'([^']*)'|([^\\s\"]+)");
    private static final Pattern PATH_START = Pattern.compile("(?i)([a-z]:[\\\\/]|\\\\\\\\).*", Pattern.DOTALL);
    /** {@code -File:x}, {@code /i:x}, {@code x.dll,Export}: the option before and the entry point after. */
    private static final Pattern OPTION = Pattern.compile("^[-/][A-Za-z]+[:=]");

    private final List<String> tokens = new ArrayList<>();

    private CommandLine(String line) {
        Matcher matcher = TOKEN.matcher(Excerpt.cut(line, LONGEST));
        while (matcher.find() && tokens.size() < 256) {
            String quoted = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
            tokens.add(quoted == null ? matcher.group(3) : "\"" + quoted);
        }
    }

    /** What it names, as written, in order. */
    static List<String> names(String line) {
        return new CommandLine(line).names();
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < tokens.size() && names.size() < MOST; i++) {
            String token = tokens.get(i);
            if (token.startsWith("\"")) {
                quoted(token.substring(1), names);
            } else {
                i = unquoted(i, names);
            }
        }
        return names;
    }

    /** One path as a rule; but {@code cmd /c "start x.js"} has a whole command in it. */
    private static void quoted(String inner, List<String> names) {
        String bare = bare(inner);
        if (wanted(bare) && (PATH_START.matcher(bare).matches() || bare.indexOf(' ') < 0)) {
            names.add(bare);
        } else if (inner.indexOf(' ') >= 0 && inner.indexOf('"') < 0) {
            names.addAll(names(inner.replace('\'', ' ')));
        }
    }

    /** Takes words on until they end as a file does; gives the index of the last word used. */
    private int unquoted(int at, List<String> names) {
        String bare = bare(tokens.get(at));
        int last = at;
        if (PATH_START.matcher(bare).matches()) {
            StringBuilder path = new StringBuilder(bare);
            while (!wanted(path.toString()) && last + 1 < tokens.size() && continues(tokens.get(last + 1))) {
                path = new StringBuilder(bare(path + " " + tokens.get(++last)));
            }
            bare = path.toString();
        }
        if (!wanted(bare)) {
            return at;
        }
        names.add(bare);
        return last;
    }

    private static boolean continues(String token) {
        return !token.startsWith("\"")
                && !token.startsWith("/")
                && !token.startsWith("-")
                && !PATH_START.matcher(token).matches();
    }

    private static String bare(String token) {
        String value = OPTION.matcher(token).replaceFirst("");
        int comma = value.lastIndexOf(',');
        return comma > 0 && Paths.carrier(value.substring(0, comma)) ? value.substring(0, comma) : value;
    }

    private static boolean wanted(String token) {
        String lower = token.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://") || Paths.carrier(token);
    }
}
