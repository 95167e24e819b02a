package io.tadoru.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FilterTest {
    private static final String RULE = Written.head("proxy") + "name: big\ndetection: {s: {f.x: a}, condition: s}\n";
    private static final String FILTER = """
            title: Ours
            logsource: {category: proxy}
            filter:
              rules: [%s]
              ours: {f.user: taro}
              condition: not ours
            """;

    private static RuleSet read(String... texts) {
        Map<Path, String> files = new LinkedHashMap<>();
        for (String text : texts) {
            files.put(Path.of("f" + files.size() + ".yml"), text);
        }
        return new RuleSetReader(Written.reader().pipeline()).read(files);
    }

    private static boolean matches(RuleSet rules, String user) {
        return rules.rules().getFirst().matches(Written.event("tadoru.layer", "swg", "f.x", "a", "f.user", user));
    }

    @Test
    void narrowsTheRuleItNames() {
        RuleSet rules = read(FILTER.formatted("big"), RULE);
        assertThat(rules.refused()).isEmpty();
        assertThat(matches(rules, "taro")).isFalse();
        assertThat(matches(rules, "hanako")).isTrue();
    }

    @Test
    void changesTheVersionOfTheRule() {
        String before = read(RULE).rules().getFirst().ref().version();
        String after =
                read(RULE, FILTER.formatted("any")).rules().getFirst().ref().version();
        assertThat(after).isNotEqualTo(before);
        assertThat(read(FILTER.formatted("any"), RULE).rules().getFirst().ref().version())
                .isEqualTo(after);
    }

    @Test
    void leavesRulesOfAnotherLogsource() {
        RuleSet rules = read(RULE, FILTER.formatted("any").replace("proxy", "antivirus"));
        assertThat(matches(rules, "taro")).isTrue();
    }

    @Test
    void aRuleThatThereIsNotIsNamed() {
        assertThat(read(RULE, FILTER.formatted("small")).refused())
                .singleElement()
                .satisfies(e -> assertThat(e).hasMessageContaining("a rule that there is not: small"));
    }

    @Test
    void rulesAndFiltersMayStandInOneFile() {
        RuleSet rules = read(RULE + "---\n" + FILTER.formatted("00000000-0000-4000-8000-000000000001"));
        assertThat(matches(rules, "taro")).isFalse();
    }
}
