package io.tadoru.detection;

import io.tadoru.event.Event;
import io.tadoru.event.Fields;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a rule asks of an event, compiled: a tree of field tests. */
sealed interface Expression {
    boolean matches(Event event);

    /** All of them; of none it holds. */
    record And(List<Expression> parts) implements Expression {
        @Override
        public boolean matches(Event event) {
            for (Expression part : parts) {
                if (!part.matches(event)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** At least one. */
    record Or(List<Expression> parts) implements Expression {
        @Override
        public boolean matches(Event event) {
            for (Expression part : parts) {
                if (part.matches(event)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Not that. */
    record Not(Expression part) implements Expression {
        @Override
        public boolean matches(Event event) {
            return !part.matches(event);
        }
    }

    /** A selection by its name in the rule, or another part that its author would look for by that name. */
    record Named(String name, Expression part) implements Expression {
        @Override
        public boolean matches(Event event) {
            return part.matches(event);
        }
    }

    /**
     * Some value of one of the fields passes the test.
     *
     * @param said as the rule wrote it
     */
    record Field(List<String> names, ValueTest test, String said) implements Expression {
        @Override
        public boolean matches(Event event) {
            for (String name : names) {
                if (any(value(event, name), test)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** One of the fields is there, whatever it says. */
    record Exists(List<String> names, String said) implements Expression {
        @Override
        public boolean matches(Event event) {
            for (String name : names) {
                if (value(event, name) != null) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * Some value of the one stands in some value of the other, at the place that the modifiers tell.
     *
     * @param before whether the value may go on before it
     * @param after whether the value may go on after it
     */
    record Same(List<String> names, List<String> others, boolean before, boolean after, boolean cased, String said)
            implements Expression {
        @Override
        public boolean matches(Event event) {
            for (String other : others) {
                for (String text : texts(value(event, other))) {
                    Glob test = Glob.literal(text, before, after, cased);
                    if (names.stream().anyMatch(name -> any(value(event, name), test))) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    /** Some value anywhere in the event, or the line itself, passes the test. */
    record Keyword(ValueTest test, String said) implements Expression {
        @Override
        public boolean matches(Event event) {
            return any(event.fields(), test);
        }
    }

    /** Below {@link Fields#VENDOR} the dots lead into the object. */
    static @Nullable Object value(Event event, String name) {
        Object value = event.get(name);
        return value == null && name.startsWith(Fields.VENDOR + ".")
                ? vendor(event.get(Fields.VENDOR), name.substring(Fields.VENDOR.length() + 1))
                : value;
    }

    private static @Nullable Object vendor(@Nullable Object vendor, String rest) {
        if (!(vendor instanceof Map<?, ?> map)) {
            return null;
        }
        Object whole = map.get(rest);
        int dot = rest.indexOf('.');
        return whole != null || dot < 0 ? whole : vendor(map.get(rest.substring(0, dot)), rest.substring(dot + 1));
    }

    /** All that a value says, as text. */
    static List<String> texts(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case Collection<?> list ->
                list.stream().flatMap(v -> texts(v).stream()).toList();
            case Map<?, ?> map ->
                map.values().stream().flatMap(v -> texts(v).stream()).toList();
            case Object one -> List.of(one.toString());
        };
    }

    private static boolean any(@Nullable Object value, ValueTest test) {
        return switch (value) {
            case null -> false;
            case String text -> test.test(text);
            case Collection<?> list -> list.stream().anyMatch(v -> any(v, test));
            case Map<?, ?> map -> map.values().stream().anyMatch(v -> any(v, test));
            case Object other -> test.test(other.toString());
        };
    }
}
