package io.tadoru.detection.indicator;

import io.tadoru.event.Excerpt;

/** What others wrote, fit to be shown: short, on one line, and nothing in it that steers a terminal. */
final class Plain {
    private Plain() {}

    static String text(String text, int longest) {
        String cut = Excerpt.cut(text.strip(), longest);
        boolean fine = cut.codePoints().noneMatch(Plain::steers);
        return fine
                ? cut
                : cut.codePoints()
                        .map(c -> steers(c) ? ' ' : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** Lone surrogates have no UTF-8 form; marks of writing direction would turn the line around. */
    private static boolean steers(int c) {
        int type = Character.getType(c);
        return Character.isISOControl(c) || type == Character.SURROGATE || type == Character.FORMAT;
    }
}
