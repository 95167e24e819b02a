package io.tadoru.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.event.Event;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sigma's correlations over events of a few rules. */
class CorrelationsTest {
    private static final Instant START = Instant.parse("2022-02-26T01:00:00Z");
    private static final String RULES = rule("logon_failed", 1, "a") + rule("logon", 2, "b") + rule("process", 3, "c");

    private static String rule(String name, int number, String value) {
        return """
                title: Rule %s
                name: %s
                id: 00000000-0000-4000-8000-00000000000%d
                level: low
                logsource: {category: proxy}
                detection: {s: {f.x: %s}, condition: s}
                ---
                """.formatted(name, name, number, value);
    }

    private static String correlation(String body) {
        return """
                title: A correlation
                id: 00000000-0000-4000-8000-0000000000ff
                level: high
                tags: [attack.credential-access]
                correlation:
                """ + body.indent(2);
    }

    private static RuleSet read(String... texts) {
        Map<Path, String> files = new LinkedHashMap<>();
        files.put(Path.of("rules.yml"), RULES);
        for (String text : texts) {
            files.put(Path.of("c" + files.size() + ".yml"), text);
        }
        return new RuleSetReader(Written.reader().pipeline()).read(files);
    }

    /** {@code a10 b12}: an event that meets the first rule at second 10, one of the second at second 12. */
    private static List<Event> events(String written) {
        List<Event> events = new ArrayList<>();
        for (String word : written.split(" ")) {
            String[] parts = word.substring(1).split("/");
            events.add(Written.event(
                    "@timestamp",
                    START.plusSeconds(Long.parseLong(parts[0])).toString(),
                    "event.id",
                    word + "#" + events.size(),
                    "event.hash",
                    word,
                    "tadoru.layer",
                    "swg",
                    "f.x",
                    word.substring(0, 1),
                    "host.name",
                    "PC-1",
                    "user.name",
                    parts.length > 1 ? parts[1] : "taro",
                    "source.bytes",
                    parts.length > 2 ? Long.parseLong(parts[2]) : 0L));
        }
        return events;
    }

    /** The hashes of each result's last event, in order. */
    private static List<String> lasts(RuleSet rules, List<Event> events) {
        assertThat(rules.refused()).isEmpty();
        return results(rules, events).stream()
                .map(r -> r.time().minusSeconds(START.getEpochSecond()).getEpochSecond() + "")
                .sorted()
                .toList();
    }

    private static List<KeyedHit> results(RuleSet rules, List<Event> events) {
        Detector detector = new Detector(rules);
        Correlated correlated = new Correlated(rules);
        Map<String, List<KeyedHit>> waiting = new LinkedHashMap<>();
        events.forEach(event -> detector.examined(event).hits().forEach(hit -> add(hit, waiting)));
        List<KeyedHit> results = new ArrayList<>();
        for (Correlation correlation : rules.correlations()) {
            List<List<KeyedHit>> keys = waiting.entrySet().stream()
                    .filter(e -> e.getKey().startsWith(correlation.ref().id()))
                    .map(Map.Entry::getValue)
                    .toList();
            keys.forEach(key -> correlated.results(correlation, key).forEach(result -> {
                if (correlated.marks(correlation, result).isPresent()) {
                    results.add(result);
                }
                correlated.onwards(correlation, result).forEach(hit -> add(hit, waiting));
            }));
        }
        return results;
    }

    private static void add(KeyedHit hit, Map<String, List<KeyedHit>> to) {
        to.computeIfAbsent(hit.correlation() + hit.key(), k -> new ArrayList<>())
                .add(hit);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "type: event_count ¦ condition: {gte: 3} ¦ a1 a2 a3 a4 ¦ 3",
                "type: event_count ¦ condition: {gt: 2} ¦ a1 a2 a13 ¦",
                "type: event_count ¦ condition: {gte: 2} ¦ a1 a2/hanako a3 ¦ 3",
                "type: event_count ¦ condition: {gte: 2} ¦ a1 a2 a30 a31 ¦ 2,31",
                "type: event_count ¦ condition: {eq: 2} ¦ a1 a2 a3 ¦ 2",
                "type: value_count ¦ condition: {field: source.bytes, gte: 2} ¦ a1/t/5 a2/t/5 a3/t/6 ¦ 3",
                "type: value_sum ¦ condition: {field: source.bytes, gt: 10} ¦ a1/t/5 a2/t/5 a3/t/1 ¦ 3",
                "type: value_avg ¦ condition: {field: source.bytes, gte: 4} ¦ a1/t/2 a2/t/3 a3/t/8 ¦ 3",
                "type: value_percentile ¦ condition: {field: source.bytes, gte: 8, percentile: 90} ¦ a1/t/2 a2/t/3 a3/t/8 ¦ 3",
                "type: value_median ¦ condition: {field: source.bytes, gte: 3} ¦ a1/t/2 a2/t/3 a3/t/8 ¦ 3",
            })
    void countsWithinASpan(String type, String condition, String events, String expected) {
        RuleSet rules =
                read(correlation(type + "\nrules: logon_failed\ngroup-by: user.name\ntimespan: 10s\n" + condition));
        assertThat(lasts(rules, events(events))).containsExactlyElementsOf(words(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "type: temporal ¦ '' ¦ b1 a2 ¦ 2",
                "type: temporal ¦ '' ¦ b1 a12 ¦",
                "type: temporal ¦ condition: {gte: 1} ¦ b1 a2 ¦ 1",
                "type: temporal ¦ condition: logon_failed and logon ¦ b1 a2 ¦ 2",
                "type: temporal ¦ condition: logon_failed and not logon ¦ a1 b2 a30 ¦ 30",
                "type: temporal_ordered ¦ '' ¦ a1 b2 ¦ 2",
                "type: temporal_ordered ¦ '' ¦ b1 a2 ¦",
                "type: temporal_ordered ¦ condition: logon_failed and not logon ¦ a1 a20 b25 ¦ 1",
            })
    void meetsSeveralRules(String type, String condition, String events, String expected) {
        RuleSet rules = read(correlation(
                type + "\nrules: [logon_failed, logon]\ngroup-by: [user.name]\ntimespan: 10s\n" + condition));
        assertThat(lasts(rules, events(events))).containsExactlyElementsOf(words(expected));
    }

    private static List<String> words(String text) {
        return text == null ? List.of() : List.of(text.split(","));
    }

    @Test
    void aMarkNamesTheEventsItRestsOn() {
        RuleSet rules = read(correlation(
                "type: event_count\nrules: logon_failed\ngroup-by: user.name\ntimespan: 10s\ncondition: {gte: 3}"));
        assertThat(results(rules, events("a1 a2 b2 a3")))
                .singleElement()
                .satisfies(result -> assertThat(result.mark().restsOn()).containsExactlyInAnyOrder("a1", "a2", "a3"));
    }

    @Test
    void aSequenceHasOptionalRepeatedAndAbsentStepsAndAnEnd() {
        RuleSet rules = read(correlation("""
                type: sequence
                timespan: 60s
                group-by: [user.name]
                steps:
                  - {rule: logon_failed, runs: 2}
                  - {rule: process, optional: true}
                  - {rule: logon}
                """));
        assertThat(results(rules, events("a1 a2 c3 b4 b5")))
                .singleElement()
                .satisfies(result -> assertThat(result.mark().summary()).startsWith("4 events of taro within 3 s"));
    }

    @Test
    void ofAliasesEachRuleHasItsOwnField() {
        RuleSet rules = read(correlation("""
                type: temporal
                rules: [logon_failed, logon]
                aliases: {who: {logon_failed: user.name, logon: host.name}}
                group-by: [who]
                timespan: 10s
                """));
        assertThat(lasts(rules, events("a1/pc-1 b2/other"))).containsExactly("2");
    }

    @Test
    void aCorrelationMayBeARuleOfAnother() {
        String inner = correlation(
                        "type: event_count\nrules: [logon_failed]\ngroup-by: [user.name]\ntimespan: 10s\ncondition: {gte: 2}")
                .replace("0000ff", "0000fe")
                .replace("title: A correlation", "title: Inner\nname: many_failed");
        String outer =
                correlation("type: temporal_ordered\nrules: [many_failed, logon]\ngroup-by: [user.name]\ntimespan: 1m");
        for (RuleSet rules : List.of(read(inner, outer), read(outer, inner))) {
            assertThat(lasts(rules, events("a1 a2 b3 a60/x b61/x"))).containsExactly("3");
        }
    }

    @Test
    void rulesThatFeedMarkByThemselvesOnlyWhenAsked() {
        String high = RULES.replace("level: low", "level: high");
        String silent = correlation("type: event_count\nrules: [logon_failed]\ntimespan: 10s\ncondition: {gte: 2}");
        Event event = events("a1").getFirst();
        RuleSet quiet = new RuleSetReader(Written.reader().pipeline()).read(Map.of(Path.of("r.yml"), high + silent));
        RuleSet loud = new RuleSetReader(Written.reader().pipeline())
                .read(Map.of(Path.of("r.yml"), high + silent.replace("timespan", "generate: true\n  timespan")));
        assertThat(new Detector(quiet).examine(event)).isEmpty();
        assertThat(new Detector(loud).examine(event)).hasSize(1);
    }

    @Test
    void orderOfArrivalDecidesNothing() {
        RuleSet rules = read(correlation(
                "type: event_count\nrules: [logon_failed]\ngroup-by: user.name\ntimespan: 10s\ncondition: {gte: 3}"));
        Random random = new Random(7);
        StringBuilder written = new StringBuilder("a0");
        for (int i = 0; i < 60; i++) {
            written.append(" a").append(random.nextInt(200));
        }
        List<Event> events = new ArrayList<>(events(written.toString()));
        List<String> expected =
                results(rules, events).stream().map(KeyedHit::eventId).sorted().toList();
        assertThat(expected).isNotEmpty();
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(events, random);
            assertThat(results(rules, events).stream()
                            .map(KeyedHit::eventId)
                            .sorted()
                            .toList())
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "type: event_kount ¦ is no type of correlation",
                "type: event_count ¦ has no 'condition'",
                "type: value_count\\ncondition: {gte: 1} ¦ has no 'field'",
                "type: event_count\\ncondition: {gte: x} ¦ is no number",
                "type: event_count\\ncondition: {least: 3} ¦ is no comparison",
                "type: event_count\\ncondition: {gte: 3}\\nrules: [nobody] ¦ there is no rule or correlation 'nobody'",
                "type: event_count\\ncondition: {gte: 3}\\ntimespan: soon ¦ is no timespan",
                "type: event_count\\ncondition: {gte: 3}\\ntimespan: 90d ¦ state is not kept so long",
                "type: event_count\\ncondition: {gte: 3}\\ngroup-by: [Nobody] ¦ neither ECS nor mapped",
                "type: temporal\\ncondition: logon or logon_failed ¦ by 'and' and 'and not' only",
                "type: temporal_ordered\\ncondition: logon and ¦ ends too early",
                "type: temporal_ordered\\ncondition: not logon ¦ neither missing nor optional",
                "type: value_percentile\\ncondition: {field: f.x, gte: 1} ¦ has no 'percentile'",
                "type: sequence\\nsteps: [{rule: logon, often: 1}] ¦ 'often' is not known",
                "type: sequence\\nsteps: [{rule: logon, by: [f.x, f.y]}] ¦ key fields",
                "type: temporal\\nrules: [self] ¦ there is no rule or correlation 'self'"
            })
    void mistakesAreNamed(String body, String reason) {
        String text = body.replace("\\n", "\n");
        String whole = text
                + (text.contains("timespan") ? "" : "\ntimespan: 10s")
                + (text.contains("rules:") ? "" : "\nrules: [logon_failed, logon]")
                + (text.contains("group-by") ? "" : "\ngroup-by: [user.name]");
        assertThat(read(correlation(whole).replace("level:", "name: self\nlevel:"))
                        .refused())
                .singleElement()
                .satisfies(e -> assertThat(e).hasMessageStartingWith("c1.yml:").hasMessageContaining(reason));
    }
}
