package io.tadoru.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index only saves work: what it finds is what asking every rule finds. */
class RuleIndexTest {
    private static final List<String> WORDS = List.of(
            "abc", "bcd", "ABCD", "a*d", "?bc", "x", "4104", "4104.0", "abcabc", "\\abc", "ab", "cab*bca", "ÄÖÜ", "1");
    private static final List<String> KEYS = List.of(
            "f.a",
            "f.b",
            "f.a|contains",
            "f.b|contains",
            "f.a|endswith",
            "f.b|startswith",
            "f.a|contains|cased",
            "f.b|re",
            "f.a|exists",
            "f.c",
            "f.a|contains|windash",
            "f.b|fieldref",
            "f.a|gt");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsWhatAskingEachRuleFinds(long seed) {
        Random random = new Random(seed);
        List<Rule> rules = IntStream.range(0, 60).mapToObj(i -> rule(random)).toList();
        RuleIndex index = new RuleIndex(rules);
        for (int i = 0; i < 400; i++) {
            Event event = event(random);
            assertThat(index.met(event))
                    .as("%s", event)
                    .isEqualTo(rules.stream().filter(r -> r.matches(event)).toList());
        }
    }

    private static Rule rule(Random random) {
        String detection = "a: {" + entry(random) + ", "
                + entry(random).replace("f.a", "f.d").replace("f.b", "f.e").replace("f.c", "f.g") + "}\n" + "b: {"
                + entry(random) + "}\nd: ['" + word(random) + "', keyword]\nc: [{" + entry(random) + "}, {"
                + entry(random) + "}]\n";
        List<String> conditions = List.of(
                "a or b", "a and not b", "b", "c", "1 of them", "not c", "b and c", "all of them", "d", "d and not a");
        return Written.rule(detection + "condition: " + pick(random, conditions));
    }

    private static String entry(Random random) {
        String key = pick(random, KEYS);
        String value = key.endsWith("exists")
                ? "true"
                : key.endsWith("fieldref")
                        ? "f.a"
                        : key.endsWith("gt") ? "17" : "['" + word(random) + "', '" + word(random) + "']";
        return "'" + key + "': " + (key.endsWith("|re") ? "'b.d'" : value);
    }

    private static Event event(Random random) {
        List<Object> fields = new ArrayList<>();
        for (String name : List.of("f.a", "f.b", "f.d")) {
            fields.add(name);
            fields.add(random.nextInt(4) == 0 ? List.of(text(random), text(random)) : text(random));
        }
        fields.add("f.c");
        fields.add(random.nextBoolean() ? 4104L : 4104.5);
        return Written.event(fields.toArray());
    }

    private static String text(Random random) {
        return word(random) + (random.nextBoolean() ? word(random) : "");
    }

    private static String word(Random random) {
        return pick(random, WORDS);
    }

    private static String pick(Random random, List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    @Test
    void anEventIsPutToFewOfManyRules() {
        List<Rule> rules = IntStream.range(0, 500)
                .mapToObj(i -> Written.rule(
                        "s: {f.a|endswith: '\\common.exe', f.b|contains: 'rare%d '}\ncondition: s".formatted(i)))
                .toList();
        RuleIndex index = new RuleIndex(rules);
        Event event = Written.event("f.a", "C:\\common.exe", "f.b", "a rare17 thing");
        assertThat(index.candidateCount(event)).isEqualTo(1);
        assertThat(index.met(event)).containsExactly(rules.get(17));
    }

    @Test
    void aValueTooLongToBeSearchedMissesNothing() {
        Rule rule = Written.rule("s: {f.a|contains: needle}\ncondition: s");
        Event event = Written.event("f.a", "x".repeat(100_000) + "needle");
        assertThat(new RuleIndex(List.of(rule)).met(event)).containsExactly(rule);
    }

    @Test
    void aPatternThatJavaWouldTryForeverEnds() {
        Rule rule = Written.rule("s: {f.a|re: '^(?!x)(a+)+$'}\ncondition: s");
        long before = System.nanoTime();
        assertThat(rule.matches(Written.event("f.a", "a".repeat(5_000) + "!"))).isFalse();
        assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
    }
}
