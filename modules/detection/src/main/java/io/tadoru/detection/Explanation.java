package io.tadoru.detection;

import io.tadoru.event.Event;
import io.tadoru.event.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Why a rule matches an event or does not, part by part: for whoever writes rules. */
public final class Explanation {
    /**
     * One part of the rule.
     *
     * @param depth how deep it lies, 0 for the rule as a whole
     * @param text the part as written, and for a field what the event has there
     */
    public record Line(int depth, boolean holds, String text) {}

    private static final int MOST_LINES = 400;
    private static final int VALUE_CHARS = 120;

    private final Event event;
    private final List<Line> lines = new ArrayList<>();

    private Explanation(Event event) {
        this.event = event;
    }

    /** From the rule down to its fields. */
    public static List<Line> of(Rule rule, Event event) {
        Explanation explanation = new Explanation(event);
        explanation.add(0, rule.matches(event), rule.ref().title());
        boolean kind = rule.where().matches(event);
        explanation.add(1, kind, "logsource " + new TreeMap<>(rule.logsource()));
        if (!kind) {
            explanation.part(2, rule.where());
        }
        explanation.part(1, rule.what());
        return List.copyOf(explanation.lines);
    }

    private void add(int depth, boolean holds, String text) {
        if (lines.size() < MOST_LINES) {
            lines.add(new Line(depth, holds, text));
        }
    }

    private void part(int depth, Expression expression) {
        boolean holds = expression.matches(event);
        switch (expression) {
            case Expression.Named named -> {
                add(depth, holds, named.name());
                part(depth + 1, named.part());
            }
            case Expression.And and -> group(depth, holds, "all of", and.parts());
            case Expression.Or or -> group(depth, holds, "one of", or.parts());
            case Expression.Not not -> group(depth, holds, "not", List.of(not.part()));
            case Expression.Field field -> add(depth, holds, field.said() + has(field.names()));
            case Expression.Exists exists -> add(depth, holds, exists.said() + " exists" + has(exists.names()));
            case Expression.Same same -> add(depth, holds, same.said() + has(same.names()) + has(same.others()));
            case Expression.Keyword keyword -> add(depth, holds, "keyword " + keyword.said());
        }
    }

    private void group(int depth, boolean holds, String name, List<Expression> parts) {
        add(depth, holds, name);
        parts.forEach(part -> part(depth + 1, part));
    }

    private String has(List<String> names) {
        String there = names.stream()
                .filter(name -> Expression.value(event, name) != null)
                .map(name -> name + " is '" + value(name) + "'")
                .collect(Collectors.joining(", "));
        return there.isEmpty() ? " (the event has no " + String.join(", ", names) + ")" : " (" + there + ")";
    }

    private String value(String name) {
        return Excerpt.cut(String.join("', '", Expression.texts(Expression.value(event, name))), VALUE_CHARS);
    }
}
