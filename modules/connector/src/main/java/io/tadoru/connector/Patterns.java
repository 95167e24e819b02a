package io.tadoru.connector;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** Compiles the patterns of a connector, once. */
final class Patterns {
    private Patterns() {}

    static Pattern compile(Spot pattern) {
        try {
            return Pattern.compile(pattern.text());
        } catch (PatternSyntaxException e) {
            throw pattern.wrong("a pattern of RE2 (" + e.getDescription() + ")");
        }
    }
}
