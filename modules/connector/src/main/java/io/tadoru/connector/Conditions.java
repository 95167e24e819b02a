package io.tadoru.connector;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** Compiles {@code when}: all of its keys must hold; a key is a field, or {@code any}, {@code all}, {@code not}. */
final class Conditions {
    static final List<String> TESTS = List.of("matches", "starts", "ends", "contains", "over", "under", "exists");

    private Conditions() {}

    static Condition compile(Spot when) {
        List<Condition> all = new ArrayList<>();
        when.fields().forEach((key, value) -> all.add(one(key, value)));
        return all.size() == 1 ? all.get(0) : draft -> all.stream().allMatch(c -> c.test(draft));
    }

    private static Condition one(String key, Spot value) {
        List<Condition> parts = List.of("any", "all", "not").contains(key)
                ? value.list().stream().map(Conditions::compile).toList()
                : List.of();
        return switch (key) {
            case "any" -> draft -> parts.stream().anyMatch(c -> c.test(draft));
            case "all" -> draft -> parts.stream().allMatch(c -> c.test(draft));
            case "not" -> draft -> parts.stream().noneMatch(c -> c.test(draft));
            default -> field(key, value);
        };
    }

    private static Condition field(String field, Spot value) {
        if (!value.isMap()) {
            Set<String> words = new HashSet<>(value.texts());
            return matching(field, words::contains);
        }
        value.only(TESTS);
        List<Condition> tests = new ArrayList<>();
        value.fields().forEach((test, operand) -> tests.add(test(field, test, operand)));
        return draft -> tests.stream().allMatch(c -> c.test(draft));
    }

    private static Condition test(String field, String test, Spot operand) {
        List<String> words = operand.texts();
        return switch (test) {
            case "exists" -> exists(field, operand.flag());
            case "starts" -> matching(field, v -> words.stream().anyMatch(v::startsWith));
            case "ends" -> matching(field, v -> words.stream().anyMatch(v::endsWith));
            case "over" -> number(field, number(operand), c -> c > 0);
            case "under" -> number(field, number(operand), c -> c < 0);
            case "contains" -> matching(field, v -> words.stream().anyMatch(v::contains));
            default ->
                matches(field, operand.list().stream().map(Patterns::compile).toList());
        };
    }

    private static double number(Spot operand) {
        Double number = Numbers.real(operand.text());
        if (number == null) {
            throw operand.wrong("a number");
        }
        return number;
    }

    private static Condition number(String field, double than, IntPredicate holds) {
        return matching(field, v -> {
            Double number = Numbers.real(v.strip());
            return number != null && holds.test(Double.compare(number, than));
        });
    }

    private static Condition exists(String field, boolean wanted) {
        return draft -> (draft.get(field) != null) == wanted;
    }

    private static Condition matches(String field, List<Pattern> patterns) {
        return matching(
                field,
                v -> v.length() <= Patterns.LONGEST
                        && patterns.stream().anyMatch(p -> p.matcher(v).find()));
    }

    /** Of a list, one element is enough. */
    private static Condition matching(String field, Predicate<String> test) {
        return draft -> switch (draft.get(field)) {
            case null -> false;
            case List<?> list -> list.stream().anyMatch(v -> test.test(String.valueOf(v)));
            case Object value -> test.test(value.toString());
        };
    }

    /** Where a step has a {@code when}, it runs only then. */
    static Condition of(Map<String, Spot> fields) {
        Spot when = fields.get("when");
        return when == null ? Condition.ALWAYS : compile(when);
    }
}
