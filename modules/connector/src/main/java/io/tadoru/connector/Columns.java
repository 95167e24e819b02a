package io.tadoru.connector;

import java.util.List;
import java.util.function.Function;

/**
 * The names of a record's columns: fixed, or told by a line that stood before it in its file. The last such line is remembered,
 * for nearly always the next record has the same.
 */
final class Columns {
    /** More columns than this are nobody's log. */
    private static final int MOST = 2000;

    private record Told(String context, List<String> names) {}

    private final List<String> fixed;
    private final Function<String, List<String>> parse;
    private volatile Told last = new Told("", List.of());

    private Columns(List<String> fixed, Function<String, List<String>> parse) {
        this.fixed = fixed;
        this.parse = parse;
    }

    static Columns of(List<String> names) {
        return new Columns(names, context -> names);
    }

    /**
     * Taken from the context.
     *
     * @param otherwise for a record without one
     */
    static Columns told(List<String> otherwise, Function<String, List<String>> parse) {
        return new Columns(otherwise, parse);
    }

    /** The names for a record in this context; empty when nobody told. */
    List<String> in(String context) {
        Told told = last;
        if (context.isEmpty()) {
            return fixed;
        }
        if (!told.context.equals(context)) {
            told = new Told(context, parse.apply(context).stream().limit(MOST).toList());
            last = told;
        }
        return told.names;
    }

    static String name(List<String> names, int column) {
        String name = column < names.size() ? names.get(column) : "";
        return name.isEmpty() ? "column_" + (column + 1) : name;
    }
}
