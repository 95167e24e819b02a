package io.tadoru.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.event.Event;
import io.tadoru.event.Fields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The events of an example together are what the correlation looks for, or are not. */
class OwnCorrelationsTest {
    private static final Detector DETECTOR = new Detector(OwnRules.RULES);

    static List<Path> correlations() throws IOException {
        try (Stream<Path> files = Files.list(OwnRules.FOLDER.resolve("sigma/correlation"))) {
            return files.filter(f -> f.toString().endsWith(".yml")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("correlations")
    void findsItsExampleAndNotTheOther(Path file) {
        assertThat(results(file, ".match.ndjson")).hasSize(1);
        assertThat(results(file, ".other.ndjson")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("correlations")
    void itsResultIsAMarkWithAWordOnEach(Path file) {
        KeyedHit result = results(file, ".match.ndjson").getFirst();
        assertThat(result.mark().summary()).contains("events").hasSizeLessThanOrEqualTo(400);
        assertThat(result.mark().rule().title())
                .isEqualTo(Doc.parse(file, Doc.text(file)).need("title").text());
    }

    private static List<KeyedHit> results(Path file, String kind) {
        String id = Doc.parse(file, Doc.text(file)).need("id").text();
        Correlation correlation = DETECTOR.correlated().correlator().find(id).orElseThrow();
        Map<List<String>, List<KeyedHit>> byKey = new LinkedHashMap<>();
        int number = 0;
        for (Event event : OwnRules.examples(file, kind)) {
            String name = "e" + number++;
            Event whole = event.with(Fields.EVENT_ID, name).with(Fields.EVENT_HASH, name);
            DETECTOR.examined(whole).hits().stream()
                    .filter(hit -> hit.correlation().equals(id))
                    .forEach(hit -> byKey.computeIfAbsent(hit.key(), k -> new ArrayList<>())
                            .add(hit));
        }
        return byKey.values().stream()
                .flatMap(hits -> DETECTOR.correlated().results(correlation, hits).stream())
                .toList();
    }
}
