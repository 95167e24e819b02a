package io.tadoru.connector;

import com.google.re2j.Pattern;

/**
 * A pattern of {@code detect}, with a text that every line it is found in holds: most lines are told apart by that alone, which costs
 * nearly nothing.
 *
 * @param text empty when none is sure
 */
record Known(Pattern pattern, String text) {
    private static final String CLOSERS = ")]}";

    static Known of(Pattern pattern) {
        return new Known(pattern, required(pattern.pattern()));
    }

    boolean in(String line) {
        return line.contains(text) && pattern.matcher(line).find();
    }

    /** The longest run of plain signs outside of groups, classes and whatever may be missing. */
    static String required(String pattern) {
        if (pattern.contains("(?i")) {
            return "";
        }
        StringBuilder run = new StringBuilder();
        String longest = "";
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '|') {
                return ""; // a choice at the top: neither side is sure
            }
            if (c == '(' || c == '[') {
                i = closing(pattern, i);
            } else if (c == '{') {
                i = Math.max(i, pattern.indexOf('}', i));
            }
            boolean escaped =
                    c == '\\' && i + 1 < pattern.length() && !Character.isLetterOrDigit(pattern.charAt(i + 1));
            boolean plain = escaped || (c != '\\' && "([.^$*+?{".indexOf(c) < 0 && CLOSERS.indexOf(c) < 0);
            i += c == '\\' ? 1 : 0;
            char next = i + 1 < pattern.length() ? pattern.charAt(i + 1) : ' ';
            boolean sure = plain && next != '?' && next != '*' && next != '{';
            if (sure) {
                run.append(escaped ? pattern.charAt(i) : c);
            }
            if (!sure || next == '+') {
                longest = run.length() > longest.length() ? run.toString() : longest;
                run.setLength(0);
            }
        }
        return run.length() > longest.length() ? run.toString() : longest;
    }

    /** Where the group or class ends that begins here. */
    private static int closing(String pattern, int open) {
        boolean set = pattern.charAt(open) == '[';
        int depth = 0;
        for (int i = open; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                i++;
            } else if (set && c == ']' && i > open + 1 && !(i == open + 2 && pattern.charAt(open + 1) == '^')) {
                return i;
            } else if (!set && c == '[') {
                i = closing(pattern, i);
            } else if (!set && c == '(') {
                depth++;
            } else if (!set && c == ')' && --depth == 0) {
                return i;
            }
        }
        return pattern.length() - 1;
    }
}
