package io.tadoru.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.Tadoru;
import io.tadoru.event.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A small simulated office with all kinds of incidents, as {@code investigate} reads it. */
class SimulateCommandTest {
    private static final Path ROOT = Path.of(System.getProperty("tadoru.root"));
    private static final StringWriter SAID = new StringWriter();

    @TempDir
    static Path work;

    @BeforeAll
    static void simulateAndInvestigate() {
        assertThat(simulate()).isZero();
        List<String> next = new ArrayList<>(
                List.of(SAID.toString().lines().findFirst().orElseThrow().split(" ")));
        next.removeFirst();
        next.addAll(List.of("--set", "connectors.directory=" + ROOT.resolve("connectors")));
        next.addAll(List.of("--set", "rules.directory=" + ROOT.resolve("rules")));
        assertThat(run(next)).isZero();
    }

    private static int simulate() {
        return run(List.of("simulate", "--hosts=20", "--days=2", "--incidents=21", "--seed=9", "--out=" + office()));
    }

    private static int run(List<String> arguments) {
        CommandLine command = Tadoru.commandLine().setOut(new PrintWriter(SAID, true));
        return command.execute(arguments.toArray(String[]::new));
    }

    private static Path office() {
        return work.resolve("office");
    }

    @Test
    void everyLineIsReadByTheConnectorThatItWasWrittenFor() throws IOException {
        String scenario = Files.readString(office().resolve("scenario.yml"));
        JsonNode manifest =
                Json.MAPPER.readTree(office().resolve("found/manifest.json").toFile());
        assertThat(manifest.path("inputs")).hasSize(14);
        for (JsonNode input : manifest.path("inputs")) {
            assertThat(input.path("rejects").asInt()).as(input.toString()).isZero();
            assertThat(scenario)
                    .contains("logs/" + input.path("path").asText() + ", connector: "
                            + input.path("connector").asText() + ",");
        }
    }

    @Test
    void everyHashOfTheTruthIsAnEvents() throws IOException {
        Set<String> events = new HashSet<>();
        for (String line : Files.readAllLines(office().resolve("found/events.ndjson"))) {
            JsonNode event = Json.MAPPER.readTree(line);
            events.add(event.path("event.hash")
                    .asText(event.path("event").path("hash").asText()));
        }
        JsonNode truth = Json.MAPPER.readTree(office().resolve("truth.json").toFile());
        for (JsonNode incident : truth.path("incidents")) {
            incident.path("evidence")
                    .forEach(hash -> assertThat(events)
                            .as(incident.path("kind").asText())
                            .contains(hash.asText()));
            incident.path("allowed").forEach(hash -> assertThat(events).contains(hash.asText()));
        }
    }

    @Test
    void aFolderThatHoldsSomethingIsLeftAlone() {
        assertThat(simulate()).isEqualTo(1);
    }
}
