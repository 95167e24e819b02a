package io.tadoru.simulator.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.event.Json;
import io.tadoru.event.Sha256;
import io.tadoru.simulator.score.Truth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficeSimulatorTest {
    private static final int KINDS = 21;

    @TempDir
    static Path folder;

    private static Path office = Path.of(".");

    @BeforeAll
    static void write() throws IOException {
        office = written("office", 5);
    }

    @Test
    void theSameOrderWritesTheSameBytes() throws IOException {
        assertThat(digests(written("again", 5))).isEqualTo(digests(office));
    }

    @Test
    void anotherSeedIsAnotherOffice() throws IOException {
        assertThat(digests(written("other", 6)).get("logs/swg/access.log"))
                .isNotEqualTo(digests(office).get("logs/swg/access.log"));
    }

    @Test
    void eachKindTakesItsTurn() throws IOException {
        assertThat(Kinds.ALL).hasSize(KINDS);
        assertThat(truth().incidents().stream().map(Truth.Incident::kind).distinct())
                .containsExactlyElementsOf(
                        Kinds.ALL.stream().map(Kinds.Kind::name).toList());
    }

    @Test
    void everyLineThatTheTruthNamesWasWritten() throws IOException {
        Set<String> lines = lines();
        for (Truth.Incident incident : truth().incidents()) {
            assertThat(incident.evidence()).as(incident.kind()).isNotEmpty().allMatch(lines::contains);
            assertThat(incident.allowed()).as(incident.kind()).allMatch(lines::contains);
        }
    }

    @Test
    void noLineIsEvidenceOfTwoIncidents() throws IOException {
        List<String> all =
                truth().incidents().stream().flatMap(i -> i.evidence().stream()).toList();
        assertThat(all).doesNotHaveDuplicates();
    }

    @Test
    void noiseIsNamedWithItsLines() throws IOException {
        Set<String> lines = lines();
        JsonNode noise =
                Json.MAPPER.readTree(office.resolve("truth.json").toFile()).path("expected_noise");
        assertThat(noise.findValuesAsText("kind"))
                .contains("eicar", "unwanted-program", "help-desk", "advert", "phishing-training");
        noise.forEach(n -> n.path("hashes")
                .forEach(hash -> assertThat(lines).as(n.path("kind").asText()).contains(hash.asText())));
    }

    @Test
    void whatTheSecondSitesGatewayWouldHaveSaidInItsSilenceIsNowhere() throws IOException {
        Span silent = new Sources(order(5)).silent();
        assertThat(Json.MAPPER
                        .readTree(office.resolve("truth.json").toFile())
                        .at("/office/silences")
                        .findValuesAsText("from"))
                .contains(silent.from().toString());
        assertThat(Files.readString(office.resolve("logs/swg/ifilter-20260603.log")))
                .doesNotContain("Jun  2 14:")
                .contains("Jun  2 11:");
    }

    @Test
    void tooSmallAnOfficeIsRefused() {
        assertThatThrownBy(() -> new OfficeOrder(5, 7, 1, 1, OfficeOrder.FIRST_DAY, 110))
                .hasMessageContaining("hosts must be 20");
    }

    private static OfficeOrder order(long seed) {
        return new OfficeOrder(20, 2, KINDS, seed, OfficeOrder.FIRST_DAY, OfficeOrder.LINES);
    }

    private static Path written(String name, long seed) throws IOException {
        OfficeSimulator.write(order(seed), folder.resolve(name));
        return folder.resolve(name);
    }

    private static Truth truth() throws IOException {
        return Truth.read(office.resolve("truth.json"));
    }

    private static Set<String> lines() throws IOException {
        Set<String> hashes = new HashSet<>();
        for (Path file : files(office.resolve("logs"))) {
            Files.readAllLines(file).forEach(line -> hashes.add(Sha256.hex(line)));
        }
        return hashes;
    }

    private static Map<String, String> digests(Path office) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        for (Path file : files(office)) {
            digests.put(office.relativize(file).toString(), Sha256.hex(Files.readAllBytes(file)));
        }
        return digests;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
