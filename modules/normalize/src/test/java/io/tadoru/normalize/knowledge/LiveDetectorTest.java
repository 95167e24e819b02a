package io.tadoru.normalize.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.detection.Indicator;
import io.tadoru.detection.Indicators;
import io.tadoru.detection.RuleException;
import io.tadoru.detection.RuleSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveDetectorTest {
    private final LiveDetector detector = new LiveDetector(Rules::compile);

    private List<String> marks(String url) {
        return detector.now().examine(Rules.asksFor(url)).stream()
                .map(mark -> mark.rule().id())
                .toList();
    }

    private void swap(Map<String, String> files) {
        detector.swap(files, Indicators.none(), false);
    }

    @Test
    void theNextEventMeetsTheNextRules() {
        assertThat(marks("http://a.example/one")).isEmpty();
        swap(Map.of("sigma/a.yml", Rules.rule(1, "one")));
        assertThat(marks("http://a.example/one")).containsExactly(Rules.id(1));
        swap(Map.of("sigma/a.yml", Rules.rule(1, "two")));
        assertThat(marks("http://a.example/one")).isEmpty();
        assertThat(marks("http://a.example/two")).containsExactly(Rules.id(1));
    }

    @Test
    void aFileThatCannotBeUsedLeavesItsLastGoodVersionInForce() {
        swap(Map.of("sigma/a.yml", Rules.rule(1, "one"), "sigma/b.yml", Rules.rule(2, "two")));
        swap(Map.of("sigma/a.yml", Rules.BROKEN, "sigma/b.yml", Rules.rule(2, "three")));
        assertThat(marks("http://a.example/one")).containsExactly(Rules.id(1));
        assertThat(marks("http://a.example/three")).containsExactly(Rules.id(2));
        assertThat(detector.refused())
                .singleElement()
                .extracting(RuleException::file)
                .isEqualTo("sigma/a.yml");

        swap(Map.of("sigma/b.yml", Rules.rule(2, "three")));
        assertThat(marks("http://a.example/one")).as("taken away is taken away").isEmpty();
        assertThat(detector.refused()).isEmpty();
    }

    @Test
    void whenNoRuleAtAllCanBeReadAllStayAndIndicatorsGoOn() {
        boolean[] broken = {false};
        LiveDetector fragile = new LiveDetector(texts -> {
            if (broken[0]) {
                throw new RuleException(Path.of("pipelines/ecs.yml"), 7, "is no YAML");
            }
            return Rules.compile(texts);
        });
        fragile.swap(Map.of("sigma/a.yml", Rules.rule(1, "one")), Indicators.none(), false);
        broken[0] = true;
        fragile.swap(
                Map.of(),
                Indicators.of(List.of(
                        new Indicator(Indicator.Kind.DOMAIN, "a.example", "s", Indicator.UNSAID, null, null, ""))),
                true);
        assertThat(fragile.now().examine(Rules.asksFor("http://a.example/one"))).hasSize(2);
        assertThat(fragile.refused())
                .singleElement()
                .extracting(RuleException::line)
                .isEqualTo(7);
        broken[0] = false;
        fragile.swap(Map.of(), Indicators.none(), true);
        assertThat(fragile.now().examine(Rules.asksFor("http://a.example/one"))).isEmpty();
    }

    @Test
    void rulesAreNotCompiledAgainForAnIndicator() {
        int[] compiled = {0};
        LiveDetector counting = new LiveDetector(texts -> {
            compiled[0]++;
            return new RuleSet(List.of());
        });
        counting.swap(Map.of("a", "b"), Indicators.none(), false);
        counting.swap(Map.of("a", "b"), Indicators.none(), false);
        assertThat(compiled[0]).isEqualTo(1);
    }
}
