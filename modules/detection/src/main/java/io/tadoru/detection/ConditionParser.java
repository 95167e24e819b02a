package io.tadoru.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Sigma's condition: names of selections, {@code and or not}, parentheses, {@code 1 of} and {@code all of}. */
final class ConditionParser {
    private static final Pattern TOKEN = Pattern.compile("\\G\\s*([()|]|[^\\s()|]+)");
    private static final Set<String> WORDS = Set.of("and", "or", "not", "of", "them", ")", "|");
    private static final int DEEPEST = 64;

    private final Doc where;
    private final Map<String, Expression> selections;
    private final List<String> tokens = new ArrayList<>();
    private int next;
    private int depth;

    private ConditionParser(Doc where, Map<String, Expression> selections) {
        this.where = where;
        this.selections = selections;
        Matcher matcher = TOKEN.matcher(where.text());
        while (matcher.find()) {
            tokens.add(matcher.group(1));
        }
    }

    /** The whole condition over these selections. */
    static Expression parse(Doc condition, Map<String, Expression> selections) {
        ConditionParser parser = new ConditionParser(condition, selections);
        if (parser.tokens.contains("|")) {
            throw condition.unsupported(
                    "aggregation in a condition ('| ...') is not supported; it is for correlations");
        }
        Expression whole = parser.or();
        if (parser.next < parser.tokens.size()) {
            throw condition.error("condition: did not expect '" + parser.tokens.get(parser.next) + "'");
        }
        return whole;
    }

    private Expression or() {
        List<Expression> parts = new ArrayList<>(List.of(and()));
        while (take("or")) {
            parts.add(and());
        }
        return parts.size() == 1 ? parts.get(0) : new Expression.Or(List.copyOf(parts));
    }

    private Expression and() {
        List<Expression> parts = new ArrayList<>(List.of(not()));
        while (take("and")) {
            parts.add(not());
        }
        return parts.size() == 1 ? parts.get(0) : new Expression.And(List.copyOf(parts));
    }

    private Expression not() {
        if (++depth > DEEPEST) {
            throw where.error("condition: nested deeper than " + DEEPEST);
        }
        Expression part = take("not") ? new Expression.Not(not()) : atom();
        depth--;
        return part;
    }

    private Expression atom() {
        if (take("(")) {
            Expression inner = or();
            if (!take(")")) {
                throw where.error("condition: a ')' is missing");
            }
            return inner;
        }
        return isOf() ? of() : selection(word());
    }

    private boolean isOf() {
        return next + 1 < tokens.size() && tokens.get(next + 1).equalsIgnoreCase("of");
    }

    private Expression of() {
        String quantity = word().toLowerCase(Locale.ROOT);
        next++;
        List<Expression> chosen = chosen(next < tokens.size() ? tokens.get(next++) : "");
        return switch (quantity) {
            case "1", "any" -> new Expression.Or(chosen);
            case "all" -> new Expression.And(chosen);
            default -> throw where.error("condition: '" + quantity + " of' is not supported, only '1 of' and 'all of'");
        };
    }

    /** Names with a leading underscore are for the rule's own use and not among "them". */
    private List<Expression> chosen(String pattern) {
        Glob glob = Glob.of(pattern.equalsIgnoreCase("them") ? "*" : pattern, true);
        List<Expression> chosen = selections.entrySet().stream()
                .filter(s -> !s.getKey().startsWith("_") && glob.test(s.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        if (chosen.isEmpty()) {
            throw where.error("condition: no selection is named '" + pattern + "'");
        }
        return chosen;
    }

    private Expression selection(String name) {
        Expression selection = selections.get(name);
        if (selection == null) {
            throw where.error("condition: no selection is named '" + name + "'");
        }
        return selection;
    }

    private String word() {
        if (next >= tokens.size()) {
            throw where.error("condition: ends too early");
        }
        String word = tokens.get(next++);
        if (WORDS.contains(word.toLowerCase(Locale.ROOT))) {
            throw where.error("condition: did not expect '" + word + "'");
        }
        return word;
    }

    private boolean take(String word) {
        boolean there = next < tokens.size() && tokens.get(next).equalsIgnoreCase(word);
        next += there ? 1 : 0;
        return there;
    }
}
