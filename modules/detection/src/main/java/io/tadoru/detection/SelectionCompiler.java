package io.tadoru.detection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns a selection of a rule (a map, a list of maps, or keywords) into an expression over the fields that names stand for. */
final class SelectionCompiler {
    private final FieldNames names;

    SelectionCompiler(FieldNames names) {
        this.names = names;
    }

    /** The selections of a {@code detection} or {@code filter}, all but these keys. */
    Map<String, Expression> selections(Doc detection, List<String> others) {
        Map<String, Expression> selections = new LinkedHashMap<>();
        detection.map().forEach((name, value) -> {
            if (name.equals("timeframe")) {
                throw value.unsupported("'timeframe' belongs to aggregations of old; write a correlation rule");
            }
            if (!others.contains(name)) {
                selections.put(name, new Expression.Named(name, compile(value)));
            }
        });
        return selections;
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
        List<String> fields = names.of(words.get(0), value);
        if (modifiers.has("exists")) {
            return exists(key, fields, value);
        }
        Expression positive = values(key, fields, value, modifiers);
        return modifiers.has("neq") ? new Expression.Not(positive) : positive;
    }

    private Expression values(String key, List<String> fields, Doc value, Modifiers modifiers) {
        List<Expression> parts = new ArrayList<>();
        for (Doc item : items(value, modifiers)) {
            parts.add(one(key, fields, item, modifiers));
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

    private Expression one(String key, List<String> fields, Doc item, Modifiers modifiers) {
        if (item.isNull()) {
            return new Expression.Not(new Expression.Exists(fields, key));
        }
        if (item.isMap() || item.isList()) {
            throw item.error("expected a plain value for '" + key + "'");
        }
        String said = key + ": " + item.text();
        if (modifiers.has("fieldref")) {
            return new Expression.Same(
                    fields,
                    names.of(item.text(), item),
                    modifiers.before(),
                    modifiers.after(),
                    modifiers.has("cased"),
                    said);
        }
        List<Expression> forms = new ArrayList<>();
        modifiers.tests(item).forEach(test -> forms.add(new Expression.Field(fields, test, said)));
        if (item.text().isEmpty() && names.emptyIsAbsent() && !modifiers.before() && !modifiers.after()) {
            forms.add(new Expression.Not(new Expression.Exists(fields, key)));
        }
        return forms.size() == 1 ? forms.get(0) : new Expression.Or(List.copyOf(forms));
    }

    private static Expression exists(String key, List<String> fields, Doc value) {
        Expression exists = new Expression.Exists(fields, key);
        return switch (value.text().toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> exists;
            case "false", "no" -> new Expression.Not(exists);
            default -> throw value.error("'exists' takes true or false");
        };
    }

    private Expression keywords(Doc value, Modifiers modifiers) {
        List<Expression> parts = new ArrayList<>();
        for (Doc item : items(value, modifiers)) {
            parts.add(
                    modifiers.has("re")
                            ? new Expression.Keyword(modifiers.tests(item).get(0), item.text())
                            : keyword(item));
        }
        return modifiers.has("all") ? both(value, parts) : either(value, parts);
    }

    /** A keyword stands anywhere in a value. */
    private static Expression keyword(Doc item) {
        if (item.isNull() || item.text().isEmpty()) {
            throw item.error("an empty keyword would match everything");
        }
        return new Expression.Keyword(Glob.within(item.text(), true, true, false), item.text());
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
}
