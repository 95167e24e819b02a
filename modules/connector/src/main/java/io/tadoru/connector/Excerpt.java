package io.tadoru.connector;

/** The beginning of a line, for reasons. */
final class Excerpt {
    private static final int LENGTH = 80;

    private Excerpt() {}

    static String of(String line) {
        return line.length() <= LENGTH ? line : cut(line, LENGTH) + "...";
    }

    /** At most so many characters, and never half a one. */
    static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
