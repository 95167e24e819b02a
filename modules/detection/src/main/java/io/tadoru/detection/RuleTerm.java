package io.tadoru.detection;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A rule in a correlation's condition, {@code rule_a and not rule_b}.
 *
 * @param absent whether it must not have matched
 */
record RuleTerm(Doc rule, boolean absent) {

    /** All of the condition, in its order. */
    static List<RuleTerm> all(Doc condition) {
        List<RuleTerm> terms = new ArrayList<>();
        boolean absent = false;
        boolean joined = true;
        for (String word : condition.text().trim().split("\\s+")) {
            switch (word) {
                case "and" -> joined = true;
                case "not" -> absent = true;
                case "or", "(", ")" ->
                    throw condition.unsupported("a correlation's condition joins rules by 'and' and 'and not' only");
                default -> {
                    if (!joined || word.startsWith("(") || word.endsWith(")")) {
                        throw condition.error("condition: did not expect '" + word + "'");
                    }
                    terms.add(new RuleTerm(named(condition, word), absent));
                    joined = false;
                    absent = false;
                }
            }
        }
        if (joined || absent) {
            throw condition.error("condition: ends too early");
        }
        return terms;
    }

    private static Doc named(Doc condition, String rule) {
        ScalarNode at = (ScalarNode) condition.node();
        return new Doc(
                condition.file(),
                new ScalarNode(Tag.STR, rule, at.getStartMark(), at.getEndMark(), at.getScalarStyle()));
    }
}
