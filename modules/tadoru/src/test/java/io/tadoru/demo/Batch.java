package io.tadoru.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import io.tadoru.Tadoru;
import io.tadoru.event.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the batch run finds in a scenario's logs. */
final class Batch {
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private Batch() {}

    /** By id, as {@link Streamed#timeless} has them. */
    static Map<String, Map<String, Object>> chains(Path folder, Path work) throws IOException {
        Path out = Files.createTempDirectory(work, "batch");
        assertThat(Tadoru.commandLine().execute(command(folder, out))).isZero();
        Map<String, Map<String, Object>> chains = new TreeMap<>();
        for (String line : Files.readAllLines(out.resolve("chains.ndjson"))) {
            Map<String, Object> chain = Json.MAPPER.readValue(line, OBJECT);
            chains.put(String.valueOf(chain.get("id")), Streamed.timeless(chain));
        }
        return chains;
    }

    private static String[] command(Path folder, Path out) {
        Scenario scenario = Scenario.read(folder);
        List<String> command =
                new ArrayList<>(List.of("investigate", folder.resolve("logs").toString()));
        command.addAll(List.of("--timezone", scenario.zone().getId(), "--out", out.toString()));
        Streamed.checkout().forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
        scenario.settings().forEach((key, value) -> {
            if (key.startsWith("office.")) {
                command.addAll(List.of("--set", key + "=" + value));
            }
        });
        return command.toArray(String[]::new);
    }
}
