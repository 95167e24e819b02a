package io.tadoru.connector;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One way to come by a value: taken from somewhere, then through stages, each of which may lose it.
 *
 * @param keeps whether the vendor's value stays among the vendor's too, because this one tells less
 */
record Source(
        Condition when,
        Origin origin,
        List<Stage> stages,
        @Nullable Object otherwise,
        boolean keeps) {

    /** Where values come from. */
    interface Origin {
        List<?> values(Draft draft);

        /** The names that were read from. */
        List<String> names(Draft draft);
    }

    /** What happens to the values on their way. */
    interface Stage {
        List<?> pass(List<?> values, Draft draft);
    }

    @Nullable
    Object value(Target target, Draft draft) {
        if (!when.test(draft)) {
            return null;
        }
        List<?> values = origin.values(draft);
        for (Stage stage : stages) {
            values = stage.pass(values, draft);
        }
        Object value = target.fit(values, draft);
        if (value != null && !keeps) {
            origin.names(draft).forEach(draft::use);
        }
        return value == null && otherwise != null ? target.fit(list(otherwise), draft) : value;
    }

    static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of(value);
    }

    static Origin constant(Object value) {
        return new Constant(list(value));
    }

    /** The first of these fields that has a value. */
    static Origin first(List<String> names) {
        return new First(names);
    }

    /** The values of all of these fields together. */
    static Origin all(List<String> names) {
        return new All(names);
    }

    static Stage lookup(Map<String, Object> table) {
        return (values, draft) -> values.stream()
                .map(v -> table.get(v.toString()))
                .filter(v -> v != null)
                .<Object>flatMap(v -> list(v).stream())
                .toList();
    }

    private record Constant(List<?> values) implements Origin {
        @Override
        public List<?> values(Draft draft) {
            return values;
        }

        @Override
        public List<String> names(Draft draft) {
            return List.of();
        }
    }

    private record All(List<String> fields) implements Origin {
        @Override
        public List<?> values(Draft draft) {
            return names(draft).stream()
                    .flatMap(name -> list(Objects.requireNonNull(draft.get(name))).stream())
                    .toList();
        }

        @Override
        public List<String> names(Draft draft) {
            return fields.stream().filter(f -> draft.get(f) != null).toList();
        }
    }

    private record First(List<String> fields) implements Origin {
        @Override
        public List<?> values(Draft draft) {
            for (String field : fields) {
                Object value = draft.get(field);
                if (value != null) {
                    return list(value);
                }
            }
            return List.of();
        }

        @Override
        public List<String> names(Draft draft) {
            return fields.stream().filter(f -> draft.get(f) != null).limit(1).toList();
        }
    }
}
