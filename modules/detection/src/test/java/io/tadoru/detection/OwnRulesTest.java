package io.tadoru.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.event.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OwnRulesTest {
    static List<Path> rules() throws IOException {
        try (Stream<Path> files = Files.walk(OwnRules.FOLDER.resolve("sigma"))) {
            return files.filter(f -> f.toString().endsWith(".yml"))
                    .filter(f -> !f.toString().contains("correlation"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void matchesItsExamplesAndNotTheOthers(Path file) {
        Rule rule = OwnRules.rule(file);
        List<Event> match = OwnRules.examples(file, ".match.ndjson");
        List<Event> other = OwnRules.examples(file, ".other.ndjson");
        assertThat(match).isNotEmpty().allMatch(rule::matches);
        assertThat(other).isNotEmpty().noneMatch(rule::matches);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void saysAllThatAReaderNeeds(Path file) {
        Doc rule = Doc.parse(file, Doc.text(file));
        assertThat(rule.need("author").text()).isEqualTo("Tadoru");
        for (String key : List.of("description", "status", "date", "falsepositives")) {
            assertThat(rule.need(key).texts()).noneMatch(String::isBlank);
        }
    }

    @Test
    void noneIsRefused() {
        assertThat(OwnRules.RULES.refused()).isEmpty();
        assertThat(OwnRules.RULES.rules()).hasSizeGreaterThanOrEqualTo(80);
        assertThat(OwnRules.RULES.correlations()).hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void everyExampleThatMarksHasAStageAndAShortSummary() throws IOException {
        // without correlations, whose rules mark nothing by themselves
        Detector all = new Detector(new RuleSet(OwnRules.RULES.rules()), Indicators.none(), rule -> true);
        for (Path file : rules()) {
            for (Event event : OwnRules.examples(file, ".match.ndjson")) {
                List<Mark> marks = all.examine(event);
                assertThat(marks).as(file + " " + event).isNotEmpty();
                assertThat(marks)
                        .allMatch(m -> !m.summary().isBlank() && m.summary().length() <= Summary.MOST_CHARS);
            }
        }
    }
}
