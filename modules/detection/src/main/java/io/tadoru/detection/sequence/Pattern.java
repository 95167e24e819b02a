package io.tadoru.detection.sequence;

/** {@code like} and {@code wildcard}: {@code *} is any run of characters, {@code ?} one, all else is itself. */
final class Pattern {
    private final int[] pattern;
    private final boolean folds;

    Pattern(String text, boolean folds) {
        this.folds = folds;
        this.pattern = text.codePoints().map(this::folded).toArray();
    }

    private int folded(int c) {
        return folds ? Character.toLowerCase(Character.toUpperCase(c)) : c;
    }

    /** Whether the whole text fits; goes back to the last run only, so the cost is bounded by text times pattern. */
    boolean fits(String value) {
        int[] text = value.codePoints().map(this::folded).toArray();
        int t = 0;
        int p = 0;
        int run = -1;
        int resume = 0;
        while (t < text.length) {
            if (p < pattern.length && pattern[p] == '*') {
                run = p++;
                resume = t;
            } else if (p < pattern.length && (pattern[p] == '?' || pattern[p] == text[t])) {
                p++;
                t++;
            } else if (run >= 0) {
                p = run + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length && pattern[p] == '*') {
            p++;
        }
        return p == pattern.length;
    }
}
