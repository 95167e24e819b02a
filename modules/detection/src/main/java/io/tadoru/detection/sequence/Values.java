package io.tadoru.detection.sequence;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values of JSON documents: how a field is found in one, and when two are the same. */
final class Values {
    private Values() {}

    /** All scalars of a field but nulls, in the document's order: the longest dotted key first, then nested; arrays flattened. */
    static List<JsonNode> of(JsonNode document, String field) {
        List<JsonNode> values = new ArrayList<>();
        walk(document, field, values);
        return values;
    }

    private static void walk(JsonNode node, @Nullable String path, List<JsonNode> into) {
        if (node.isArray()) {
            node.forEach(item -> walk(item, path, into));
        } else if (path == null) {
            if (node.isValueNode() && !node.isNull()) {
                into.add(node);
            }
        } else if (node.isObject()) {
            step(node, path, into);
        }
    }

    private static void step(JsonNode object, String path, List<JsonNode> into) {
        int cut = path.length();
        while (cut > 0) {
            JsonNode inner = object.get(path.substring(0, cut));
            if (inner != null) {
                walk(inner, cut == path.length() ? null : path.substring(cut + 1), into);
                return;
            }
            cut = path.lastIndexOf('.', cut - 1);
        }
    }

    /** What makes two values one: numbers by their value, all else by type and text. */
    static Object identity(JsonNode value) {
        return value.isNumber()
                ? number(value)
                : value.isBoolean() ? Boolean.valueOf(value.booleanValue()) : value.textValue();
    }

    private static BigDecimal number(JsonNode value) {
        BigDecimal exact = value.isFloatingPointNumber() ? new BigDecimal(value.doubleValue()) : value.decimalValue();
        return exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
    }

    /** How two values compare; empty for pairs of unlike or unordered types. */
    static Optional<Integer> compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return Optional.of(number(one).compareTo(number(other)));
        }
        return one.isTextual() && other.isTextual()
                ? Optional.of(Ordinal.byCodePoints(one.textValue(), other.textValue()))
                : Optional.empty();
    }
}
