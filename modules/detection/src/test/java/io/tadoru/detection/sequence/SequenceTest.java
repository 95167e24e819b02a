package io.tadoru.detection.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sequence means, in a few letters: {@code a b} are stages, {@code a1} an event of stage a at second 1. */
class SequenceTest {
    private static final Instant START = Instant.parse("2022-02-26T01:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** {@code a !b c? d}: absent b, optional c; {@code u} in events is the end. */
    private static Sequence sequence(String stages, @Nullable Duration span) {
        List<Stage> all = new ArrayList<>();
        for (String word : stages.split(" ")) {
            all.add(Case.stage(word.startsWith("!"), word.endsWith("?"), all.size()));
        }
        return new Sequence(all, Optional.ofNullable(span));
    }

    /** {@code ab3} matches the first two stages; events of one second stand in the order written. */
    private static List<Hit> hits(String stages, String written) {
        String letters = stages.replaceAll("[^a-z]", "");
        List<Hit> hits = new ArrayList<>();
        for (String word : written.split(" ")) {
            String kinds = word.replaceAll("[0-9.]", "");
            long bits = 0;
            for (int i = 0; i < letters.length(); i++) {
                bits |= kinds.indexOf(letters.charAt(i)) >= 0 ? 1L << i : 0;
            }
            Instant at = START.plusSeconds(Long.parseLong(word.replaceAll("[^0-9]", "")));
            hits.add(new Hit(new Ordinal(at, OptionalLong.of(hits.size()), word), bits, kinds.contains("u")));
        }
        hits.sort(Comparator.comparing(Hit::at));
        return hits;
    }

    private static String told(List<Result> results) {
        return results.stream()
                .map(result -> result.events().stream()
                        .map(event -> event.map(Hit::id).orElse("-"))
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                // the newest opener and the first closer
                "a b ¦ a1 a2 b3 ¦ a2,b3",
                "a b ¦ a1 b2 b3 ¦ a1,b2",
                "a b c ¦ a1 b2 a3 b4 c5 ¦ a3,b4,c5",
                "a b c ¦ a1 b2 a3 c4 b5 c6 ¦ a1,b2,c4 a3,b5,c6",
                "a b ¦ b1 a2 ¦ ''",
                // one event in several, never twice in one
                "a a a ¦ a1 a2 a3 a4 ¦ a1,a2,a3 a2,a3,a4",
                // at one time the tiebreaker decides
                "a b ¦ a1 b1 ¦ a1,b1",
                "a b ¦ b1 a1 ¦ ''",
                // the span, exactly
                "a b ¦ a1 b11 ¦ a1,b11",
                "a b ¦ a1 b12 ¦ ''",
                // the end, also of what it has just advanced, but not of what it completes
                "a b ¦ a1 u2 b3 ¦ ''",
                "a b ¦ au1 b2 ¦ ''",
                "a b ¦ a1 bu2 ¦ a1,bu2",
                // absence, strictly between
                "a !b c ¦ a1 b2 c3 ¦ ''",
                "a !b c ¦ a1 c3 b4 ¦ a1,-,c3",
                "a !b c ¦ a1 b1 c1 ¦ a1,-,c1",
                "a !b ¦ a1 b5 ¦ ''",
                "a !b ¦ a1 b12 ¦ a1,-",
                "!b a ¦ b1 a5 ¦ ''",
                "!b a ¦ b1 a12 ¦ -,a12",
                // on both sides: only both together forbid
                "!b a !c ¦ b1 a3 ¦ -,a3,-",
                "!b a !c ¦ b1 a3 c5 ¦ ''",
                // optional ones never decide whether
                "a b? c ¦ a1 c3 ¦ a1,-,c3",
                "a b? c ¦ a1 b2 b3 c4 ¦ a1,b2,c4",
                "b? a ¦ b1 b2 a3 ¦ b2,a3",
                "a b? ¦ a1 b2 ¦ a1,b2",
                "a b? ¦ a1 b12 ¦ a1,-",
                "a b? ¦ a1 u2 b3 ¦ a1,-",
            })
    void findsWhatItMeans(String stages, String events, String expected) {
        assertThat(told(sequence(stages, Duration.ofSeconds(10)).find(hits(stages, events))))
                .isEqualTo(expected);
    }

    /** The same by levels instead of slots, with no thought of speed. */
    private static List<List<Hit>> byLevels(Sequence sequence, List<Hit> hits) {
        int[] mandatory = sequence.mandatory();
        List<List<Hit>> level = hits.stream()
                .filter(h -> h.is(mandatory[0]))
                .map(List::of)
                .collect(Collectors.toCollection(ArrayList::new));
        for (int s = 1; s < mandatory.length; s++) {
            List<List<Hit>> next = new ArrayList<>();
            for (Hit hit : hits) {
                if (!hit.is(mandatory[s])) {
                    continue;
                }
                Optional<List<Hit>> best = level.stream()
                        .filter(c -> c.getLast().at().isBefore(hit.at()))
                        .max(Comparator.comparing(c -> c.getLast().at()));
                if (best.isPresent()) {
                    Ordinal until = best.get().getLast().at();
                    level.removeIf(c -> !until.isBefore(c.getLast().at()));
                    boolean ended = hits.stream()
                            .anyMatch(u -> u.until() && !u.at().isBefore(until) && u.at().isBefore(hit.at()));
                    if (!ended && sequence.span().isWithin(best.get().getFirst(), hit)) {
                        List<Hit> grown = new ArrayList<>(best.get());
                        grown.add(hit);
                        next.add(grown);
                    }
                }
            }
            level = next;
        }
        return level;
    }

    private static List<Hit> random(Random random, int count, int stages) {
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant at = START.plusSeconds(random.nextInt(60));
            OptionalLong tie = random.nextInt(3) == 0 ? OptionalLong.empty() : OptionalLong.of(random.nextInt(4));
            hits.add(new Hit(new Ordinal(at, tie, "e" + i), random.nextInt(1 << stages), random.nextInt(12) == 0));
        }
        hits.sort(Comparator.comparing(Hit::at));
        return hits;
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a b", "a b c", "a b c d"})
    void slotsAndLevelsFindTheSame(String stages) {
        Random random = new Random(11);
        for (int i = 0; i < 500; i++) {
            Sequence sequence = sequence(stages, random.nextBoolean() ? null : Duration.ofSeconds(random.nextInt(30)));
            List<Hit> hits = random(random, 30, sequence.stages().size());
            List<List<Hit>> expected = byLevels(sequence, hits);
            assertThat(sequence.find(hits).stream()
                            .map(r -> r.events().stream()
                                    .map(Optional::orElseThrow)
                                    .toList()))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a !b c", "a b?", "b? a !c", "!b a c", "a b c"})
    void hitsInAnyOrderEndInTheSameResults(String stages) {
        Random random = new Random(5);
        for (int i = 0; i < 60; i++) {
            inAnyOrder(sequence(stages, Duration.ofSeconds(1 + random.nextInt(12))), random);
        }
    }

    @Test
    void setsAndWindowsInAnyOrderToo() {
        Random random = new Random(6);
        for (int i = 0; i < 60; i++) {
            Duration span = Duration.ofSeconds(1 + random.nextInt(12));
            inAnyOrder(new Unordered(sequence("a b c?", span).stages(), Optional.of(span)), random);
            for (Window.Type type : List.of(Window.Type.EVENT_COUNT, Window.Type.TEMPORAL)) {
                inAnyOrder(new Window(type, 3, 0, span, Map.of(Window.Comparison.GTE, BigDecimal.TWO)), random);
            }
        }
    }

    private static void inAnyOrder(Definition definition, Random random) {
        List<Hit> all = random(random, 25, 3);
        List<Hit> arriving = new ArrayList<>(all);
        Collections.shuffle(arriving, random);
        List<Hit> known = new ArrayList<>();
        List<Result> said = new ArrayList<>();
        for (Hit hit : arriving) {
            List<Hit> after = new ArrayList<>(known);
            after.add(hit);
            after.sort(Comparator.comparing(Hit::at));
            Revision revision = Revision.of(definition, known, after, hit.time());
            revision.withdrawn().forEach(said::remove);
            said.addAll(revision.found());
            known = after;
        }
        assertThat(said.stream().map(r -> told(List.of(r))))
                .containsExactlyInAnyOrderElementsOf(
                        definition.find(all).stream().map(r -> told(List.of(r))).toList());
    }

    @Test
    void aHundredThousandHitsOfOneKeyAreQuick() {
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            hits.add(new Hit(new Ordinal(START.plusMillis(i), OptionalLong.empty(), "e" + i), 1L << (i % 3), false));
        }
        long before = System.nanoTime();
        assertThat(sequence("a !b c", Duration.ofSeconds(10)).find(hits)).isEmpty();
        assertThat(sequence("a b? c", null).find(hits)).hasSize(33_333);
        assertThat(System.nanoTime() - before).isLessThan(Duration.ofSeconds(10).toNanos());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "{'steps': []} ¦ a case has steps",
                "{'steps': [{'match': [], 'missing': true}], 'maxspan': 'PT1S'} ¦ neither missing nor optional",
                "{'steps': [{'match': []}, {'match': [], 'missing': true}]} ¦ needs maxspan",
                "{'steps': [{'match': [], 'missing': true, 'optional': true}]} ¦ both missing and optional",
                "{'steps': [{'match': [], 'optional': true, 'runs': 2}]} ¦ cannot have runs",
                "{'steps': [{'match': [], 'by': ['a']}, {'match': []}]} ¦ same number of key fields",
                "{'steps': [{'match': []}], 'mode': 'any'} ¦ unknown mode 'any'",
                "{'steps': [{'match': []}], 'mode': 'sample', 'maxspan': 'PT1S'} ¦ sample mode has no maxspan",
                "{'steps': [{'match': [{'field': 'a', 'op': 'is'}]}]} ¦ unknown op 'is'",
                "{'steps': [{'match': [{'field': 'a', 'op': 'cidr', 'value': 'x'}]}]} ¦ is no network",
                "{'steps': [{'match': []}], 'maxspan': '5m'} ¦ is no duration",
                "{'steps': [{'match': []}], 'window': 1} ¦ unknown key 'window'",
                "{'steps': [{'match': [], 'runs': 61}]} ¦ more than 60 stages",
            })
    void aCaseThatIsNotWellFormedIsRefusedByName(String json, String fault) throws IOException {
        JsonNode written = JSON.readTree(json.replace('\'', '"'));
        assertThatThrownBy(() -> Case.of(written))
                .isInstanceOf(CaseException.class)
                .hasMessageContaining(fault);
    }

    @Test
    void keysAreComparedWithTheirTypesAndNumbersByValue() throws IOException {
        Case of = Case.of(JSON.readTree("""
                {"by": ["k"], "steps": [{"match": []}, {"match": []}]}
                """));
        List<CaseEvent> events = new ArrayList<>();
        for (String key : List.of("1", "1.0", "\"1\"", "true", "[1, \"1\", null]", "null")) {
            events.add(CaseEvent.of(JSON.readTree("""
                    {"event.id": "e%d", "@timestamp": "2022-02-26T01:00:0%dZ", "k": %s}
                    """.formatted(events.size(), events.size(), key))));
        }
        assertThat(of.find(events).stream().map(f -> f.result().ids()))
                .containsExactlyInAnyOrder(List.of("e0", "e1"), List.of("e1", "e4"), List.of("e2", "e4"));
    }

    @Test
    void idsAreOrderedByCodePoints() {
        List<String> ids = Arrays.asList("\uffee", "\ud83d\ude00", "a", "ab");
        ids.sort(Ordinal::byCodePoints);
        assertThat(ids).containsExactly("a", "ab", "\uffee", "\ud83d\ude00");
    }
}
