package io.tadoru.detection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All rules of an installation, read once at the start. */
public record RuleSet(List<Rule> rules) {
    public RuleSet {
        rules = List.copyOf(rules);
    }

    /**
     * Reads {@code sigma/**} as mapped by {@code pipelines/ecs.yml}, both below the folder.
     *
     * @throws RuleException naming the first file that cannot be used, the line, and the reason
     */
    public static RuleSet load(Path rulesFolder) {
        RuleReader reader = new RuleReader(Pipeline.load(rulesFolder.resolve("pipelines/ecs.yml")));
        List<Rule> rules = new ArrayList<>();
        Map<String, Path> seen = new HashMap<>();
        for (Path file : files(rulesFolder.resolve("sigma"))) {
            Rule rule = reader.read(file, Doc.text(file));
            Path earlier = seen.put(rule.ref().id(), file);
            if (earlier != null) {
                throw new RuleException(file, 0, "has the id of " + earlier);
            }
            rules.add(rule);
        }
        return new RuleSet(rules);
    }

    /** Sorted, so that the marks of an event keep one order everywhere. */
    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(
                            f -> f.toString().endsWith(".yml") || f.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new RuleException(folder, 0, "cannot be read: " + e.getMessage());
        }
    }
}
