package io.tadoru.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A written scenario, as tests look at it. */
record ScenarioFolder(Path root) {
    static ScenarioFolder write(OfficePlan plan, Path root) throws IOException {
        Simulator.write(plan, root);
        return new ScenarioFolder(root);
    }

    Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            paths.filter(Files::isRegularFile)
                    .forEach(path -> files.put(root.relativize(path).toString(), text(path)));
        }
        return files;
    }

    List<String> lines(String log) throws IOException {
        return Files.readAllLines(root.resolve("logs").resolve(log));
    }

    String text(String file) {
        return text(root.resolve(file));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
