package io.tadoru.detection.indicator;

import io.tadoru.detection.indicator.StixToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads a pattern in STIX's language, as far as it says exact values of which each alone is enough. */
final class StixPattern {
    private static final int LONGEST = 256 * 1024;
    private static final int DEEPEST = 32;
    private static final Set<String> QUALIFIERS = Set.of("WITHIN", "REPEATS", "START");
    private static final Set<String> QUALIFYING = Set.of("SECONDS", "TIMES", "STOP");

    private final List<StixToken> tokens;
    private int at;
    private int depth;

    private StixPattern(List<StixToken> tokens) {
        this.tokens = tokens;
    }

    /** What it comes to; a pattern that is none is refused with what was met. */
    static StixFound read(String pattern) {
        if (pattern.length() > LONGEST) {
            return StixFound.refused("", "a pattern longer than " + LONGEST + " characters");
        }
        try {
            StixPattern reader = new StixPattern(StixTokens.of(pattern));
            StixFound found = reader.followed();
            reader.need(Kind.END);
            return found;
        } catch (StixException e) {
            return StixFound.refused("", String.valueOf(e.getMessage()));
        }
    }

    private StixFound followed() throws StixException {
        List<StixFound> parts = parts("FOLLOWEDBY", this::anyObservation);
        return parts.size() == 1 ? parts.getFirst() : StixFound.or(parts).but("FOLLOWEDBY");
    }

    private StixFound anyObservation() throws StixException {
        return StixFound.or(parts("OR", this::observations));
    }

    private StixFound observations() throws StixException {
        List<StixFound> parts = parts("AND", this::observation);
        return parts.size() == 1 ? parts.getFirst() : StixFound.or(parts).but("AND of observations");
    }

    private StixFound observation() throws StixException {
        StixFound found = take("[") ? closed(any(), "]") : nested(this::followed);
        return qualifier().map(found::but).orElse(found);
    }

    /** The first of the qualifiers, all of which are passed over. */
    private Optional<String> qualifier() {
        Optional<String> first = Optional.empty();
        while (isOneOf(QUALIFIERS)) {
            String word = tokens.get(at++).text();
            first = first.or(() -> Optional.of("the qualifier " + word));
            while (peek().kind() == Kind.LITERAL || isNumber() || isOneOf(QUALIFYING)) {
                at++;
            }
        }
        return first;
    }

    private boolean isNumber() {
        return peek().kind() == Kind.WORD && peek().text().matches("[0-9.]+");
    }

    private boolean isOneOf(Set<String> words) {
        return words.stream().anyMatch(peek()::isWord);
    }

    private StixFound any() throws StixException {
        return StixFound.or(parts("OR", this::all));
    }

    private StixFound all() throws StixException {
        return StixFound.and(parts("AND", this::test));
    }

    private StixFound test() throws StixException {
        if (peek().is("(")) {
            return nested(this::any);
        }
        if (takeWord("EXISTS")) {
            return StixFound.refused(StixPaths.object(peek().text()), "EXISTS " + need(Kind.WORD));
        }
        boolean not = takeWord("NOT");
        String path = need(Kind.WORD);
        not |= takeWord("NOT");
        return compared(path, not);
    }

    private StixFound compared(String path, boolean not) throws StixException {
        StixToken operator = tokens.get(at++);
        List<String> values = values();
        String object = StixPaths.object(path);
        Optional<String> type = StixPaths.type(path);
        String said = Plain.text((not ? "NOT " : "") + operator.text() + " on " + path, 120);
        if (type.isEmpty()) {
            return StixFound.refused(object, Plain.text(path, 100) + ", which is not looked up");
        }
        return !not && isExact(operator, type.get())
                ? StixFound.or(values.stream()
                        .map(value -> StixFound.value(object, Written.of(type.get(), value)))
                        .toList())
                : StixFound.refused(object, said);
    }

    private static boolean isExact(StixToken operator, String type) {
        boolean equal = operator.text().equals("=") || operator.text().equals("==") || operator.isWord("IN");
        return equal || (operator.isWord("ISSUBSET") && type.equals("ip"));
    }

    private List<String> values() throws StixException {
        if (!take("(")) {
            return List.of(value());
        }
        List<String> values = new ArrayList<>(List.of(value()));
        while (take(",")) {
            values.add(value());
        }
        expect(")");
        return values;
    }

    private String value() throws StixException {
        return peek().kind() == Kind.LITERAL ? tokens.get(at++).text() : need(Kind.WORD);
    }

    /** A part of the grammar. */
    private interface Part {
        StixFound read() throws StixException;
    }

    private List<StixFound> parts(String between, Part part) throws StixException {
        List<StixFound> parts = new ArrayList<>(List.of(part.read()));
        while (takeWord(between)) {
            parts.add(part.read());
        }
        return parts;
    }

    private StixFound nested(Part part) throws StixException {
        expect("(");
        if (++depth > DEEPEST) {
            throw new StixException("parentheses deeper than " + DEEPEST);
        }
        StixFound found = closed(part.read(), ")");
        depth--;
        return found;
    }

    private StixFound closed(StixFound found, String mark) throws StixException {
        expect(mark);
        return found;
    }

    private StixToken peek() {
        return tokens.get(Math.min(at, tokens.size() - 1));
    }

    private boolean take(String mark) {
        boolean there = peek().is(mark);
        at += there ? 1 : 0;
        return there;
    }

    private boolean takeWord(String word) {
        boolean there = peek().isWord(word);
        at += there ? 1 : 0;
        return there;
    }

    private void expect(String mark) throws StixException {
        if (!take(mark)) {
            throw met("'" + mark + "'");
        }
    }

    private String need(Kind kind) throws StixException {
        if (peek().kind() != kind) {
            throw met("a " + kind.name().toLowerCase(Locale.ROOT));
        }
        return tokens.get(at++).text();
    }

    private StixException met(String wanted) {
        return new StixException(
                "no pattern: " + wanted + " is missing before '" + Plain.text(peek().text(), 60) + "'");
    }
}
