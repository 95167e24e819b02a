package io.tadoru.normalize.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleFolderTest {
    private static final PublishedRule ONE = PublishedRule.of("sigma/a.yml", Rules.rule(1, "one"));

    private static Map<String, PublishedRule> of(Map<String, String> texts, Map<String, Held<PublishedRule>> held) {
        return RuleFolder.of(texts, Rules.compile(texts), held);
    }

    @Test
    void aFileIsPublishedUnderItsRulesId() {
        assertThat(of(Map.of(ONE.path(), ONE.text()), Map.of())).isEqualTo(Map.of(Rules.id(1), ONE));
        assertThat(ONE.version()).hasSize(64);
    }

    @Test
    void whatCannotBeUsedReplacesNothingThatCould() {
        var held = Map.of(Rules.id(1), new Held<>(ONE, true));
        assertThat(of(Map.of(ONE.path(), Rules.BROKEN), held)).isEqualTo(Map.of(Rules.id(1), ONE));
        assertThat(of(Map.of(ONE.path(), Rules.BROKEN), Map.of())).isEmpty();
        assertThat(of(Map.of(), held)).isEmpty();
    }

    @Test
    void twoFilesWithOneIdDoNotArgue() {
        Map<String, String> texts = Map.of("sigma/a.yml", ONE.text(), "sigma/b.yml", Rules.rule(1, "two"));
        assertThat(of(texts, Map.of())).isEqualTo(Map.of(Rules.id(1), ONE));
    }

    @Test
    void aFilterHasNoIdOfARuleAndIsKnownByItsPath() {
        String filter = """
                title: Not the office
                id: %s
                logsource: {category: proxy}
                filter:
                  rules: [%s]
                  selection: {c-uri|contains: office}
                  condition: not selection
                """.formatted(Rules.id(9), Rules.id(1));
        assertThat(of(Map.of(ONE.path(), ONE.text(), "sigma/f.yml", filter), Map.of()))
                .containsOnlyKeys(Rules.id(1), "sigma/f.yml");
    }
}
