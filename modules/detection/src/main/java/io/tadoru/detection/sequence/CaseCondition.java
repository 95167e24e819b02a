package io.tadoru.detection.sequence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A case's condition, compiled: a test of a document. Logic is two-valued: what is asked of a field without a value fails. */
final class CaseCondition {
    private static final int DEEPEST = 64;

    private CaseCondition() {}

    /** All of a list. */
    static Predicate<JsonNode> all(JsonNode list) {
        return all(list, 0);
    }

    private static Predicate<JsonNode> all(JsonNode list, int depth) {
        List<Predicate<JsonNode>> parts = parts(list, depth);
        return document -> parts.stream().allMatch(part -> part.test(document));
    }

    private static List<Predicate<JsonNode>> parts(JsonNode list, int depth) {
        if (!list.isArray() || depth > DEEPEST) {
            throw new CaseException("conditions are a list, nested at most " + DEEPEST + " deep");
        }
        List<Predicate<JsonNode>> parts = new ArrayList<>();
        list.forEach(item -> parts.add(one(item, depth + 1)));
        return parts;
    }

    private static Predicate<JsonNode> one(JsonNode node, int depth) {
        if (node.has("any")) {
            List<Predicate<JsonNode>> parts = parts(node.get("any"), depth);
            return document -> parts.stream().anyMatch(part -> part.test(document));
        }
        if (node.has("all")) {
            return all(node.get("all"), depth);
        }
        if (node.has("not")) {
            if (depth > DEEPEST) {
                throw new CaseException("conditions nest at most " + DEEPEST + " deep");
            }
            return one(node.get("not"), depth + 1).negate();
        }
        return leaf(node);
    }

    private static Predicate<JsonNode> leaf(JsonNode node) {
        if (!node.path("field").isTextual() || !node.path("op").isTextual()) {
            throw new CaseException("a condition has field and op, any, all or not: " + node);
        }
        String field = node.get("field").textValue();
        String op = node.get("op").textValue();
        JsonNode value = node.path("value");
        return switch (op) {
            case "exists" -> {
                boolean wanted = !value.isBoolean() || value.booleanValue();
                yield document -> Values.of(document, field).isEmpty() != wanted;
            }
            case "eq" -> any(field, same(value));
            case "neq" -> {
                Predicate<JsonNode> same = same(value);
                yield document -> {
                    List<JsonNode> values = Values.of(document, field);
                    return !values.isEmpty() && values.stream().noneMatch(same);
                };
            }
            case "in" -> any(field, in(value));
            case "like" -> any(field, fits(value, false));
            case "wildcard" -> any(field, fits(value, true));
            case "gt" -> any(field, ordered(value, c -> c > 0));
            case "gte" -> any(field, ordered(value, c -> c >= 0));
            case "lt" -> any(field, ordered(value, c -> c < 0));
            case "lte" -> any(field, ordered(value, c -> c <= 0));
            case "cidr" -> any(field, within(value));
            default -> throw new CaseException("unknown op '" + op + "'");
        };
    }

    private static Predicate<JsonNode> any(String field, Predicate<JsonNode> test) {
        return document -> Values.of(document, field).stream().anyMatch(test);
    }

    private static Predicate<JsonNode> same(JsonNode wanted) {
        if (!wanted.isValueNode() || wanted.isNull()) {
            return value -> false;
        }
        Object identity = Values.identity(wanted);
        return value -> Values.identity(value).equals(identity);
    }

    private static Predicate<JsonNode> in(JsonNode list) {
        Set<Object> wanted = list(list).stream()
                .filter(item -> item.isValueNode() && !item.isNull())
                .map(Values::identity)
                .collect(Collectors.toSet());
        return value -> wanted.contains(Values.identity(value));
    }

    private static Predicate<JsonNode> fits(JsonNode value, boolean folds) {
        List<Pattern> patterns =
                texts(value).stream().map(text -> new Pattern(text, folds)).toList();
        return found -> found.isTextual() && patterns.stream().anyMatch(p -> p.fits(found.textValue()));
    }

    private static Predicate<JsonNode> ordered(JsonNode bound, IntPredicate order) {
        return value -> {
            Optional<Integer> compared = Values.compare(value, bound);
            return compared.isPresent() && order.test(compared.get());
        };
    }

    private static Predicate<JsonNode> within(JsonNode value) {
        Networks networks = Networks.of(texts(value));
        return found -> found.isTextual() && networks.contain(found.textValue());
    }

    private static List<JsonNode> list(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false).toList()
                : List.of(value);
    }

    private static List<String> texts(JsonNode value) {
        return list(value).stream()
                .map(item -> {
                    if (!item.isTextual()) {
                        throw new CaseException("expected a text: " + item);
                    }
                    return item.textValue();
                })
                .toList();
    }
}
