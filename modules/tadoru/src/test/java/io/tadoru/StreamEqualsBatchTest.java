package io.tadoru;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import io.tadoru.chain.Chain;
import io.tadoru.event.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same lines give the same chains, streamed in whatever order or read in one go. */
class StreamEqualsBatchTest {
    /** What tells of the stream's own past; which chains went into another is a part of it. */
    private static final List<String> KNOWLEDGE = List.of("revision", "known_at", "brought_by", "cases");

    @TempDir
    static Path work;

    private static final Map<String, ScenarioLines> LINES = new HashMap<>();
    private static final Map<String, Map<String, Map<String, Object>>> BATCH = new HashMap<>();

    @Test
    void linesInTheOrderOfTheirFilesAndThenAllOfThemAgain() {
        String name = "emotet-2022-poor";
        ScenarioLines lines = lines(name);
        try (StreamWalk walk = new StreamWalk(lines)) {
            lines.all().forEach(walk::send);
            assertSame(walk.chains(), batch(name));
            lines.all().forEach(walk::send);
            assertThat(walk.said()).as("said of lines that were there before").isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"emotet-2022", "emotet-2022-poor"})
    void linesInAnyOrder(String name) {
        ScenarioLines lines = lines(name);
        List<ScenarioLines.Line> shuffled = new ArrayList<>(lines.all());
        Collections.shuffle(shuffled, new Random(20220226));
        assertSame(streamed(lines, shuffled), batch(name));
    }

    /** Saved mails and tables with a heading are no lines by themselves: this walk, line by line, cannot send them. */
    static Stream<String> smallCases() throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> folders = Files.list(ScenarioLines.ROOT.resolve("scenarios"))) {
            for (Path folder : folders.sorted().toList()) {
                boolean small = Files.exists(folder.resolve("expected.json"));
                if (small
                        && !Files.readString(folder.resolve("scenario.yml"))
                                .matches("(?s).*connector: (eml|inventory_csv).*")) {
                    names.add(folder.getFileName().toString());
                }
            }
        }
        return names.stream();
    }

    @ParameterizedTest
    @MethodSource("smallCases")
    void eachSmallCaseInAnyOrder(String name) {
        ScenarioLines lines = lines(name);
        List<ScenarioLines.Line> shuffled = new ArrayList<>(lines.all());
        Collections.shuffle(shuffled, new Random(name.hashCode()));
        assertEqual(streamed(lines, shuffled), batch(name));
    }

    @Test
    void leasesThatComeLastAndEachLineTwice() {
        String name = "emotet-2022-poor";
        ScenarioLines lines = lines(name);
        List<ScenarioLines.Line> twice = new ArrayList<>();
        lines.all().stream()
                .sorted(Comparator.comparing(ScenarioLines.Line::tellsAddresses))
                .forEach(l -> twice.addAll(List.of(l, l)));
        assertSame(streamed(lines, twice), batch(name));
    }

    /** A sensor's second line in a quarter of an hour, which the stream need not say again, is what is near enough. */
    @Test
    void aGateThatWasHeardJustWithinTheHourIsSilentForNeither() throws IOException {
        Path quiet = work.resolve("quiet");
        Path poor = ScenarioLines.ROOT.resolve("scenarios/emotet-2022-poor");
        Files.createDirectories(quiet.resolve("logs/swg"));
        Files.createDirectories(quiet.resolve("logs/epp"));
        Files.copy(poor.resolve("logs/epp/defender.ndjson"), quiet.resolve("logs/epp/defender.ndjson"));
        String line = ".412    687 10.20.30.7 TCP_MISS/200 1024 GET http://www.example.com/a - HIER_DIRECT/203.0.113.80"
                + " text/html\n";
        Files.writeString(quiet.resolve("logs/swg/access.log"), "1645833735" + line + "1645834455" + line);
        Files.writeString(
                quiet.resolve("scenario.yml"),
                Files.readAllLines(poor.resolve("scenario.yml")).stream()
                        .filter(l -> !l.matches("  (postfix|rspamd|clamav|fortigate|dnsmasq): .*"))
                        .collect(Collectors.joining("\n")));
        ScenarioLines lines = ScenarioLines.in(quiet);

        var batch = investigated(lines, work.resolve("quiet-out"));
        assertSame(streamed(lines, lines.all()), batch);
        assertThat(batch.values())
                .filteredOn(c -> "PC-0142".equals(c.get("host")))
                .isNotEmpty()
                .allSatisfy(c -> assertThat(Json.text(c.getOrDefault("layers", "")))
                        .contains("\"swg\":{\"verdict\":\"no-evidence\"}", "\"firewall\":{\"verdict\":\"silent\"}"));
    }

    static Map<String, Map<String, Object>> streamed(ScenarioLines lines, List<ScenarioLines.Line> order) {
        try (StreamWalk walk = new StreamWalk(lines)) {
            order.forEach(walk::send);
            return walk.chains();
        }
    }

    private static ScenarioLines lines(String name) {
        return LINES.computeIfAbsent(name, ScenarioLines::of);
    }

    private static Map<String, Map<String, Object>> batch(String name) {
        return BATCH.computeIfAbsent(name, n -> investigated(lines(n), work.resolve(n)));
    }

    static Map<String, Map<String, Object>> investigated(ScenarioLines lines, Path out) {
        Map<String, Map<String, Object>> chains = new TreeMap<>();
        for (Chain chain : lines.investigated(out).chains()) {
            chains.put(chain.id(), Json.MAPPER.convertValue(chain.document(), new TypeReference<>() {}));
        }
        return chains;
    }

    /** Ids are made of host, rule, time and hash; all else of a document is told by the lines as well. */
    static void assertSame(Map<String, Map<String, Object>> streamed, Map<String, Map<String, Object>> batch) {
        assertThat(batch).isNotEmpty();
        assertEqual(streamed, batch);
    }

    private static void assertEqual(Map<String, Map<String, Object>> streamed, Map<String, Map<String, Object>> batch) {
        assertThat(streamed.keySet()).isEqualTo(batch.keySet());
        batch.forEach((id, expected) -> {
            Map<String, Object> said = new TreeMap<>(streamed.get(id));
            KNOWLEDGE.forEach(said::remove);
            Map<String, Object> found = new TreeMap<>(expected);
            KNOWLEDGE.forEach(found::remove);
            assertThat(said).as("%s of %s", id, expected.get("host")).isEqualTo(found);
        });
    }
}
