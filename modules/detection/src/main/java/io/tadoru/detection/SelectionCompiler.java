package io.tadoru.detection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns a selection of a rule (a map, a list of maps, or keywords) into an expression over ECS fields. */
final class SelectionCompiler {
    private final FieldNames names;

    SelectionCompiler(FieldNames names) {
        this.names = names;
    }

    Expression compile(Doc selection) {
        if (selection.isMap()) {
            return map(selection);
        }
        List<Expression> parts = new ArrayList<>();
        for (Doc item : selection.items()) {
            parts.add(item.isMap() ? map(item) : keyword(item));
        }
        return either(selection, parts);
    }

    private Expression map(Doc selection) {
        List<Expression> parts = new ArrayList<>();
        selection.map().forEach((key, value) -> parts.add(entry(key, value)));
        if (parts.isEmpty()) {
            throw selection.error("an empty selection would match everything");
        }
        return parts.size() == 1 ? parts.get(0) : new Expression.And(List.copyOf(parts));
    }

    private Expression entry(String key, Doc value) {
        List<String> words = List.of(key.split("\\|", -1));
        Modifiers modifiers = Modifiers.parse(value, words.subList(1, words.size()));
        if (words.get(0).isEmpty()) {
            return keywords(value, modifiers);
        }
        List<String> fields = names.ecs(words.get(0), value);
        if (modifiers.has("exists")) {
            return exists(fields, value);
        }
        Expression positive = values(fields, value, modifiers);
        return modifiers.has("neq") ? new Expression.Not(positive) : positive;
    }

    private Expression values(List<String> fields, Doc value, Modifiers modifiers) {
        List<Expression> parts = new ArrayList<>();
        for (Doc item : items(value, modifiers)) {
            parts.add(item.isNull() ? new Expression.Not(new Expression.Exists(fields)) : one(fields, item, modifiers));
        }
        if (parts.isEmpty() && modifiers.has("expand")) {
            return new Expression.Or(List.of());
        }
        return modifiers.has("all") ? both(value, parts) : either(value, parts);
    }

    private List<Doc> items(Doc value, Modifiers modifiers) {
        return modifiers.has("expand")
                ? value.items().stream().flatMap(v -> names.expand(v).stream()).toList()
                : value.items();
    }

    private static Expression one(List<String> fields, Doc item, Modifiers modifiers) {
        List<Expression> forms = new ArrayList<>();
        modifiers.tests(item).forEach(test -> forms.add(new Expression.Field(fields, test)));
        return forms.size() == 1 ? forms.get(0) : new Expression.Or(List.copyOf(forms));
    }

    private static Expression exists(List<String> fields, Doc value) {
        return switch (value.text().toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> new Expression.Exists(fields);
            case "false", "no" -> new Expression.Not(new Expression.Exists(fields));
            default -> throw value.error("'exists' takes true or false");
        };
    }

    private static Expression keywords(Doc value, Modifiers modifiers) {
        List<Expression> parts = new ArrayList<>();
        value.items()
                .forEach(item -> parts.add(
                        modifiers.has("re")
                                ? new Expression.Keyword(modifiers.tests(item).get(0))
                                : keyword(item)));
        return modifiers.has("all") ? both(value, parts) : either(value, parts);
    }

    /** A keyword stands anywhere in a value. */
    private static Expression keyword(Doc item) {
        if (item.isNull() || item.text().isEmpty()) {
            throw item.error("an empty keyword would match everything");
        }
        return new Expression.Keyword(Glob.within(item.text(), true, true, false));
    }

    private static Expression either(Doc where, List<Expression> parts) {
        return parts.size() == 1 ? parts.get(0) : new Expression.Or(some(where, parts));
    }

    private static Expression both(Doc where, List<Expression> parts) {
        return parts.size() == 1 ? parts.get(0) : new Expression.And(some(where, parts));
    }

    private static List<Expression> some(Doc where, List<Expression> parts) {
        if (parts.isEmpty()) {
            throw where.error("an empty list decides nothing");
        }
        return List.copyOf(parts);
    }

    /** The selections of a {@code detection}, all but its condition. */
    Map<String, Expression> selections(Doc detection) {
        Map<String, Expression> selections = new LinkedHashMap<>();
        detection.map().forEach((name, value) -> {
            if (name.equals("timeframe")) {
                throw value.error("'timeframe' is not supported; it is for correlations");
            }
            if (!name.equals("condition")) {
                selections.put(name, compile(value));
            }
        });
        return selections;
    }
}
