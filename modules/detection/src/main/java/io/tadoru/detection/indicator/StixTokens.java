package io.tadoru.detection.indicator;

import io.tadoru.detection.indicator.StixToken.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts a STIX pattern into its pieces. */
final class StixTokens {
    private static final StixToken END = new StixToken(Kind.END, "the end");

    private final String pattern;
    private final List<StixToken> tokens = new ArrayList<>();
    private int at;

    private StixTokens(String pattern) {
        this.pattern = pattern;
    }

    /**
     * All of it, and an end.
     *
     * @throws StixException for what is no piece of a pattern
     */
    static List<StixToken> of(String pattern) throws StixException {
        StixTokens reader = new StixTokens(pattern);
        while (reader.at < pattern.length()) {
            reader.next();
        }
        reader.tokens.add(END);
        return reader.tokens;
    }

    private void next() throws StixException {
        char c = pattern.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
        } else if ("[](),".indexOf(c) >= 0) {
            add(Kind.MARK, String.valueOf(c));
            at++;
        } else if ("=!<>".indexOf(c) >= 0) {
            operator();
        } else if (c == '\'') {
            add(Kind.LITERAL, quoted());
        } else if (isWord(c)) {
            word();
        } else {
            throw new StixException("'" + Plain.text(String.valueOf(c), 2) + "' at " + (at + 1));
        }
    }

    private void operator() {
        int start = at++;
        if (at < pattern.length() && "=>".indexOf(pattern.charAt(at)) >= 0) {
            at++;
        }
        add(Kind.OPERATOR, pattern.substring(start, at));
    }

    /** {@code t'...'}, {@code h'...'}, {@code b'...'} are literals; within a path, quotes and an index are part of it. */
    private void word() throws StixException {
        int start = at;
        StringBuilder word = new StringBuilder();
        while (at < pattern.length() && goesOn(word)) {
            if (pattern.charAt(at) == '\'') {
                word.append(quoted());
            } else if (pattern.charAt(at) == '[') {
                word.append(index());
            } else {
                word.append(pattern.charAt(at++));
            }
        }
        boolean literal = at < pattern.length() && pattern.charAt(at) == '\'' && at - start == 1;
        add(literal ? Kind.LITERAL : Kind.WORD, literal ? quoted() : word.toString());
    }

    private boolean goesOn(StringBuilder word) {
        char c = pattern.charAt(at);
        boolean path = word.indexOf(":") > 0;
        boolean key = c == '\'' && path && word.charAt(word.length() - 1) == '.';
        return isWord(c) || key || (c == '[' && path);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || "-_.:+".indexOf(c) >= 0;
    }

    private String index() throws StixException {
        int end = pattern.indexOf(']', at);
        if (end < 0) {
            throw new StixException("'[' that nothing closes");
        }
        String index = pattern.substring(at, end + 1);
        at = end + 1;
        return index;
    }

    private String quoted() throws StixException {
        StringBuilder text = new StringBuilder();
        at++;
        while (at < pattern.length() && pattern.charAt(at) != '\'') {
            if (pattern.charAt(at) == '\\' && at + 1 < pattern.length()) {
                at++;
            }
            text.append(pattern.charAt(at++));
        }
        if (at++ >= pattern.length()) {
            throw new StixException("a quote that nothing closes");
        }
        return text.toString();
    }

    private void add(Kind kind, String text) {
        tokens.add(new StixToken(kind, text));
    }
}
