package io.tadoru.detection;

import org.jspecify.annotations.Nullable;

/**
 * A Sigma value: {@code *} is any run of characters, {@code ?} any one, a backslash takes the meaning of a following
 * {@code *}, {@code ?} or backslash and stands for itself elsewhere. Letters are compared without case unless asked for.
 */
final class Glob implements ValueTest {
    private static final char ANY_RUN = '\uFFFE';
    private static final char ANY_ONE = '\uFFFF';

    private final String pattern;
    private final boolean cased;
    /** The text of a pattern that has runs at its ends alone, as most have; null for others. */
    private final @Nullable String literal;

    private final boolean before;
    private final boolean after;

    private Glob(String pattern, boolean cased) {
        this.pattern = pattern;
        this.cased = cased;
        this.before = !pattern.isEmpty() && pattern.charAt(0) == ANY_RUN;
        this.after = pattern.length() > 1 && pattern.charAt(pattern.length() - 1) == ANY_RUN;
        String inner = pattern.substring(before ? 1 : 0, pattern.length() - (after ? 1 : 0));
        this.literal = inner.indexOf(ANY_RUN) < 0 && inner.indexOf(ANY_ONE) < 0 ? inner : null;
    }

    /** The whole value must fit. */
    static Glob of(String written, boolean cased) {
        return compile(parse(written), cased);
    }

    /** The value may go on before (where {@code before}) or after. */
    static Glob within(String written, boolean before, boolean after, boolean cased) {
        return compile((before ? ANY_RUN : "") + parse(written) + (after ? ANY_RUN : ""), cased);
    }

    /** Nothing in the text has a meaning of its own. */
    static Glob literal(String text, boolean before, boolean after, boolean cased) {
        return compile((before ? ANY_RUN : "") + text + (after ? ANY_RUN : ""), cased);
    }

    private static Glob compile(String pattern, boolean cased) {
        return new Glob(cased ? pattern : lower(pattern), cased);
    }

    /** Character by character, as {@link #same} does it: the length must not change. */
    static String lower(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.chars().forEach(c -> lower.append(fold((char) c)));
        return lower.toString();
    }

    private static String parse(String written) {
        StringBuilder out = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            boolean escapes = c == '\\' && i + 1 < written.length() && "*?\\".indexOf(written.charAt(i + 1)) >= 0;
            out.append(escapes ? written.charAt(++i) : token(c));
        }
        return out.toString();
    }

    private static char token(char c) {
        return switch (c) {
            case '*' -> ANY_RUN;
            case '?' -> ANY_ONE;
            default -> c;
        };
    }

    @Override
    public boolean test(String value) {
        return literal == null ? general(value) : literal(value, literal);
    }

    private boolean literal(String value, String text) {
        int room = value.length() - text.length();
        if (room < 0 || (!before && !after && room > 0)) {
            return false;
        }
        if (before && after) {
            return within(value, text, room);
        }
        return isAt(value, before ? room : 0, text);
    }

    private boolean within(String value, String text, int room) {
        for (int at = 0; at <= room; at++) {
            if (isAt(value, at, text)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(String value, int at, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = value.charAt(at + i);
            if (text.charAt(i) != (cased ? c : fold(c))) {
                return false;
            }
        }
        return true;
    }

    /** Goes back to the last run only, so the cost is bounded by value times pattern. */
    private boolean general(String value) {
        int v = 0;
        int p = 0;
        int run = -1;
        int resume = 0;
        while (v < value.length()) {
            if (p < pattern.length() && pattern.charAt(p) == ANY_RUN) {
                run = p++;
                resume = v;
                if (p == pattern.length()) {
                    return true;
                }
            } else if (p < pattern.length() && same(pattern.charAt(p), value.charAt(v))) {
                p++;
                v++;
            } else if (run >= 0) {
                p = run + 1;
                v = ++resume;
            } else {
                return false;
            }
        }
        return onlyRunsFrom(p);
    }

    private boolean same(char wanted, char got) {
        return wanted == ANY_ONE || wanted == (cased ? got : fold(got));
    }

    /** As letters are compared: one character stays one. */
    static char fold(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return Character.toLowerCase(c);
    }

    @Override
    public Needle needle() {
        String folded = cased ? lower(pattern) : pattern;
        if (folded.indexOf(ANY_RUN) < 0 && folded.indexOf(ANY_ONE) < 0) {
            return new Needle.Whole(folded);
        }
        String longest = "";
        for (String part : folded.split("[" + ANY_RUN + ANY_ONE + "]")) {
            longest = part.length() > longest.length() ? part : longest;
        }
        return new Needle.Part(longest);
    }

    private boolean onlyRunsFrom(int from) {
        for (int p = from; p < pattern.length(); p++) {
            if (pattern.charAt(p) != ANY_RUN) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return pattern.replace(ANY_RUN, '*').replace(ANY_ONE, '?');
    }
}
