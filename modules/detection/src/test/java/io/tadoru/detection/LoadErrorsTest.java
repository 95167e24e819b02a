package io.tadoru.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LoadErrorsTest {
    private static final String GOOD = """
            title: A rule
            id: 00000000-0000-4000-8000-000000000001
            level: high
            tags:
              - attack.execution
            logsource:
              category: proxy
            detection:
              selection:
                c-uri|contains: x
              condition: selection
            """;

    static Stream<Arguments> planted() {
        return Stream.of(
                Arguments.of("title: A rule\n", "", 1, "has no 'title'"),
                Arguments.of("id: 00000000-0000-4000-8000-000000000001", "id: 17", 2, "id is no UUID: 17"),
                Arguments.of("level: high", "level: grave", 3, "level is not known: grave"),
                Arguments.of("category: proxy", "category: printers", 7, "{category=printers} is not known"),
                Arguments.of("category: proxy", "product_: x", 7, "names no product, category or service"),
                Arguments.of("c-uri|contains", "c-urn|contains", 10, "field 'c-urn' is neither ECS nor mapped"),
                Arguments.of("contains: x", "sounds: x", 10, "modifier 'sounds' is not known"),
                Arguments.of("contains: x", "fieldref|re: y", 10, "'fieldref' goes with contains"),
                Arguments.of("contains: x", "contains|startswith: y", 10, "exclude each other"),
                Arguments.of("contains: x", "re: '(x'", 10, "is no regular expression"),
                Arguments.of("contains: x", "cidr: 10.0.0.0/33", 10, "is no network"),
                Arguments.of("contains: x", "gt: many", 10, "is no number"),
                Arguments.of("contains: x", "expand: '%who%'", 10, "has no value in the pipeline"),
                Arguments.of("contains: x", "i: y", 10, "go with 're' only"),
                Arguments.of("contains: x", "exists: maybe", 10, "takes true or false"),
                Arguments.of("contains: x", "contains: []", 10, "an empty list decides nothing"),
                Arguments.of("condition: selection", "condition: selection | count() > 3", 11, "aggregation"),
                Arguments.of("condition: selection", "condition: selektion", 11, "no selection is named 'selektion'"),
                Arguments.of("condition: selection", "timeframe: 5m", 11, "'timeframe' belongs to aggregations"),
                Arguments.of("  condition: selection\n", "", 9, "has no 'condition'"),
                Arguments.of("level: high", "level: high\nlevel: low", 4, "the key 'level' stands twice"),
                Arguments.of("level: high", "level: high\naction: global", 4, "rule collections"),
                Arguments.of("title: A rule", "title: [", 3, "is no YAML"),
                Arguments.of("    c-uri|contains: x", "    - ''", 10, "empty keyword"));
    }

    @ParameterizedTest
    @MethodSource("planted")
    void namesFileLineAndReason(String right, String wrong, int line, String reason) {
        assertThat(GOOD).contains(right);
        assertThatThrownBy(() -> Written.read(GOOD.replace(right, wrong)))
                .isInstanceOf(RuleException.class)
                .hasMessageStartingWith("rule.yml:" + line + ": ")
                .hasMessageContaining(reason);
    }

    @Test
    void theRuleWithoutMistakesIsRead() {
        assertThat(Written.read(GOOD).tactic()).contains(Stage.EXECUTION);
    }

    @Test
    void whereTheVerdictDecidesNoTacticIsNeeded() {
        String rule = GOOD.replace("attack.execution", "attack.t1204").replace("proxy", "antivirus");
        assertThat(Written.read(rule).tactic()).isEmpty();
    }

    @Test
    void twoDocumentsInOneFileAreRefused() {
        assertThatThrownBy(() -> Written.read(GOOD + "---\n" + GOOD)).hasMessageContaining("single");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThatThrownBy(() -> Written.read("# nothing\n")).hasMessage("rule.yml: is empty");
    }

    @Test
    void twoRulesOfOneIdAreRefused(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("sigma"));
        Files.createDirectories(folder.resolve("pipelines"));
        Files.copy(OwnRules.FOLDER.resolve("pipelines/ecs.yml"), folder.resolve("pipelines/ecs.yml"));
        Files.writeString(folder.resolve("sigma/a.yml"), GOOD);
        Files.writeString(folder.resolve("sigma/b.yml"), GOOD);
        RuleSet rules = RuleSet.load(folder);
        assertThat(rules.rules()).hasSize(1);
        assertThat(rules.refused())
                .singleElement()
                .satisfies(e -> assertThat(e).hasMessageContaining("b.yml: has the id of"));
    }

    @Test
    void aMissingPipelineIsSaid(@TempDir Path folder) {
        assertThatThrownBy(() -> RuleSet.load(folder))
                .isInstanceOf(RuleException.class)
                .hasMessageContaining("pipelines");
    }
}
