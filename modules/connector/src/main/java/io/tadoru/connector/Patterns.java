package io.tadoru.connector;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** Compiles the patterns of a connector, once. */
final class Patterns {
    /** No pattern is looked for in a longer text: it takes time in proportion, and nobody logs so. */
    static final int LONGEST = 32 * 1024;

    private Patterns() {}

    static Pattern compile(Spot pattern) {
        try {
            return Pattern.compile(pattern.text());
        } catch (PatternSyntaxException e) {
            throw pattern.wrong("a pattern of RE2 (" + e.getDescription() + ")");
        }
    }
}
