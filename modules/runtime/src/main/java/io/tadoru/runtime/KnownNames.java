package io.tadoru.runtime;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which names are settings, and which one was probably meant. */
final class KnownNames {
    private static final Pattern SOURCE = Pattern.compile("sources\\.([A-Za-z0-9][A-Za-z0-9_-]{0,63})\\.(.+)");

    private KnownNames() {}

    /** The setting of that name, those of a source included. */
    static Optional<Setting<?>> find(String name) {
        return all(name).filter(setting -> setting.name().equals(name)).findFirst();
    }

    /** The name of the source that a setting belongs to. */
    static Optional<String> source(String name) {
        Matcher matcher = SOURCE.matcher(name);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** What to answer to a name that is no setting. */
    static String unknown(String name) {
        return "unknown setting %s; did you mean %s?".formatted(name, nearest(name));
    }

    /** A mistaken variable is answered with a variable. */
    private static String nearest(String name) {
        return all(name)
                .map(setting -> name.startsWith("TADORU_") ? setting.variable() : setting.name())
                .min(Comparator.comparingInt(known -> distance(known, name) - alike(known, name)))
                .orElseThrow();
    }

    /** Who begins a name rightly means it, however much of it is missing. */
    private static int alike(String a, String b) {
        int letters = 0;
        while (letters < Math.min(a.length(), b.length()) && a.charAt(letters) == b.charAt(letters)) {
            letters++;
        }
        return letters;
    }

    private static Stream<Setting<?>> all(String name) {
        String source = source(name).orElse("<name>");
        return Stream.concat(
                SettingList.ALL.stream(), SourceSettings.ALL.stream().map(setting -> setting.of(source)));
    }

    /** Levenshtein: letters to add, remove or exchange. */
    static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            above = row(a.charAt(i - 1), i, b, above);
        }
        return above[b.length()];
    }

    private static int[] row(char letter, int first, String b, int[] above) {
        int[] row = new int[above.length];
        row[0] = first;
        for (int j = 1; j < row.length; j++) {
            int exchange = above[j - 1] + (letter == b.charAt(j - 1) ? 0 : 1);
            row[j] = Math.min(exchange, Math.min(row[j - 1], above[j]) + 1);
        }
        return row;
    }
}
