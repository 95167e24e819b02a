package io.tadoru.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
    private static Rule rule(String condition) {
        return Written.rule("""
                a1: {f.a1: y}
                a2: {f.a2: y}
                b: {f.b: y}
                _own: {f.own: y}
                condition: "%s"
                """.formatted(condition));
    }

    /** The second column names the selections that are true. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a1                          | a1       | true",
                "a1                          | b        | false",
                "not a1                      | b        | true",
                "not not a1                  | a1       | true",
                "a1 and a2                   | a1 a2    | true",
                "a1 and a2                   | a1       | false",
                "a1 or a2                    | a2       | true",
                "a1 or a2 and b              | a1       | true",
                "a1 or a2 and b              | a2       | false",
                "(a1 or a2) and b            | a1       | false",
                "(a1 or a2) and b            | a1 b     | true",
                "not a1 and b                | b        | true",
                "not (a1 or b)               | a2       | true",
                "a1 AND NOT b                | a1       | true",
                "1 of them                   | b        | true",
                "1 of them                   | own      | false",
                "any of them                 | a2       | true",
                "all of them                 | a1 a2 b  | true",
                "all of them                 | a1 a2    | false",
                "1 of a*                     | b        | false",
                "1 of a*                     | a2       | true",
                "all of a*                   | a1 a2    | true",
                "all of a* and not 1 of b*   | a1 a2 b  | false",
                "_own                        | own      | true",
                "1 of _*  or a1              | a1       | true",
                "((a1))                      | a1       | true"
            })
    void decides(String condition, String truths, boolean expected) {
        if (condition.contains("_*")) {
            assertThatThrownBy(() -> rule(condition)).hasMessageContaining("no selection is named '_*'");
            return;
        }
        List<Object> fields = new ArrayList<>();
        for (String truth : truths.split(" ")) {
            fields.addAll(List.of("f." + truth, "y"));
        }
        assertThat(rule(condition).matches(Written.event(fields.toArray()))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "and",
                "a1 and",
                "a1 a2",
                "(a1",
                "a1)",
                "not",
                "nobody",
                "1 of",
                "1 of x*",
                "2 of a*",
                "all of",
                "or a1",
                "a1 | count() > 5",
                "a1 near b",
                "of them",
                "()",
                "them"
            })
    void refusesWithTheReason(String condition) {
        assertThatThrownBy(() -> rule(condition))
                .isInstanceOf(RuleException.class)
                .hasMessageStartingWith("rule.yml:")
                .hasMessageMatching("(?s).*(condition).*");
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 100_000})
    void depthIsBounded(int depth) {
        assertThatThrownBy(() -> rule("(".repeat(depth) + "a1" + ")".repeat(depth)))
                .isInstanceOf(RuleException.class);
        assertThatThrownBy(() -> rule("not ".repeat(depth) + "a1")).isInstanceOf(RuleException.class);
    }

    @ParameterizedTest
    @CsvSource({"a1,true", "b,true", "a2,false"})
    void severalConditionsAreAlternatives(String truth, boolean expected) {
        Rule rule = Written.rule("a1: {f.a1: y}\nb: {f.b: y}\ncondition: [a1, b]");
        assertThat(rule.matches(Written.event("f." + truth, "y"))).isEqualTo(expected);
    }
}
