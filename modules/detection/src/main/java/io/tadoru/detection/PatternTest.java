package io.tadoru.detection;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Found anywhere in the value. RE2 where it can say it, so linear in the value's length whatever the rule says; look-around and
 * back-references, which RE2 has not, by Java's own engine with a limit of steps.
 *
 * @param bounded null where RE2 serves
 */
record PatternTest(@Nullable Pattern linear, java.util.regex.@Nullable Pattern bounded) implements ValueTest {
    /** Reads of characters; a pattern that needs more on a value does not match it. */
    private static final int MOST_STEPS = 200_000;

    /**
     * Compiles it.
     *
     * @throws PatternSyntaxException when it is no regular expression of either kind
     */
    static PatternTest of(String text, boolean ignoreCase, boolean lines, boolean dotAll) {
        int flags = (ignoreCase ? Pattern.CASE_INSENSITIVE : 0)
                | (lines ? Pattern.MULTILINE : 0)
                | (dotAll ? Pattern.DOTALL : 0);
        try {
            return new PatternTest(Pattern.compile(text, flags), null);
        } catch (PatternSyntaxException e) {
            return bounded(text, ignoreCase, lines, dotAll, e);
        }
    }

    private static PatternTest bounded(
            String text, boolean ignoreCase, boolean lines, boolean dotAll, PatternSyntaxException why) {
        int flags = (ignoreCase ? java.util.regex.Pattern.CASE_INSENSITIVE : 0)
                | (lines ? java.util.regex.Pattern.MULTILINE : 0)
                | (dotAll ? java.util.regex.Pattern.DOTALL : 0);
        try {
            return new PatternTest(null, java.util.regex.Pattern.compile(text, flags));
        } catch (java.util.regex.PatternSyntaxException e) {
            throw why;
        }
    }

    /** Whether it costs what its value lets it cost, up to the limit. */
    boolean isLimited() {
        return bounded != null;
    }

    @Override
    public boolean test(String value) {
        if (linear != null) {
            return linear.matcher(value).find();
        }
        try {
            return bounded != null && bounded.matcher(new Counted(value)).find();
        } catch (TooManySteps | StackOverflowError e) { // Java's engine recurses as deep as the value lets it
            return false;
        }
    }

    /** The value, which counts how often it is looked at. */
    private static final class Counted implements CharSequence {
        private final String value;
        private int steps;

        Counted(String value) {
            this.value = value;
        }

        @Override
        public char charAt(int index) {
            if (++steps > MOST_STEPS) {
                throw new TooManySteps();
            }
            return value.charAt(index);
        }

        @Override
        public int length() {
            return value.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return value.subSequence(start, end);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManySteps() {
            super("too many steps", null, false, false);
        }
    }
}
