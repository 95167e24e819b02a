package io.tadoru.event;

/** Shortens text, and never to half a character: a lone surrogate has no UTF-8 form. */
public final class Excerpt {
    private static final int LENGTH = 80;

    private Excerpt() {}

    /** The beginning of a line, for reasons. */
    public static String of(String line) {
        return line.length() <= LENGTH ? line : cut(line, LENGTH) + "...";
    }

    /** At most so many {@code char}s. */
    public static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
