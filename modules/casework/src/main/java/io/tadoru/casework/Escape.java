package io.tadoru.casework;

/** Makes text from log lines harmless where it goes: log lines are hostile input. */
public final class Escape {
    private Escape() {}

    /** For terminals: control characters (escape sequences, bells, bidirectional overrides) become visible dots. */
    public static String terminal(String text) {
        return text.codePoints()
                .map(c -> harmless(c) ? c : '.')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean harmless(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.SURROGATE;
    }

    /**
     * For spreadsheets: a cell that would be a formula is led by an apostrophe (OWASP, CSV injection). Japanese ones take the
     * signs' full-width forms too; tab and carriage return are gone already.
     */
    public static String cell(String text) {
        String t = terminal(text);
        return !t.isEmpty() && "=+-@\uff1d\uff0b\uff0d\uff20".indexOf(t.charAt(0)) >= 0 ? "'" + t : t;
    }

    /** For Markdown and the HTML it may become: punctuation that has a meaning there loses it. */
    public static String markdown(String text) {
        return terminal(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("([\\\\`*_\\[\\]|#])", "\\\\$1");
    }
}
