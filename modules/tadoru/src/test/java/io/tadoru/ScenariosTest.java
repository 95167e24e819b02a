package io.tadoru;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.investigate.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The small cases of {@code scenarios/}: what an honest examiner would say of their lines, compared with what comes out.
 * What is known to come out otherwise stands in {@code not-yet.txt}, with the reason, and must still do so.
 */
class ScenariosTest {
    private static final Path FOLDER = ScenarioLines.ROOT.resolve("scenarios");
    private static final int LEAST = 15;

    @TempDir
    static Path work;

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        Map<String, String> notYet = notYet();
        System.out.println("scenarios: " + names().size() + " cases, of which not yet: " + notYet.size());
        return names().stream()
                .map(name -> DynamicTest.dynamicTest(
                        notYet.containsKey(name) ? name + " (not yet: " + notYet.get(name) + ")" : name,
                        FOLDER.resolve(name).toUri(),
                        () -> check(name, notYet.containsKey(name))));
    }

    @Test
    void thereAreEnoughCasesAndEachOfTheListIsOne() throws IOException {
        assertThat(names()).hasSizeGreaterThanOrEqualTo(LEAST).containsAll(notYet().keySet());
        assertThat(notYet().values()).as("reasons").doesNotContain("");
    }

    private static void check(String name, boolean notYet) throws IOException {
        List<String> differences = differences(name);
        if (notYet) {
            assertThat(differences)
                    .as("%s is fulfilled: take it out of scenarios/not-yet.txt", name)
                    .isNotEmpty();
        } else {
            assertThat(differences)
                    .as(() -> "scenarios/" + name + ":\n  " + String.join("\n  ", differences) + "\n")
                    .isEmpty();
        }
    }

    private static List<String> differences(String name) throws IOException {
        Path folder = FOLDER.resolve(name);
        ScenarioLines lines = ScenarioLines.in(folder);
        Findings findings = lines.investigated(work.resolve(name));
        return Stream.concat(
                        lines.misread(findings).stream(),
                        ExpectedChains.of(folder.resolve("expected.json")).differences(findings.chains()).stream())
                .toList();
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(f -> Files.exists(f.resolve("expected.json")))
                    .map(f -> f.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** A line for each: the folder's name, a blank, the reason. */
    private static Map<String, String> notYet() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        for (String line : Files.readAllLines(FOLDER.resolve("not-yet.txt"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.strip().split("\\s+", 2);
                listed.put(parts[0], parts.length == 1 ? "" : parts[1]);
            }
        }
        return listed;
    }
}
