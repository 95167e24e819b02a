package io.tadoru.detection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All rules of an installation that can be used, in the order of their files.
 *
 * @param correlations each after those that feed it
 * @param refused each rule that cannot, and why; the others work without it
 * @param warnings what is done nearly as written
 */
public record RuleSet(
        List<Rule> rules, List<Correlation> correlations, List<RuleException> refused, List<String> warnings) {
    public RuleSet {
        rules = List.copyOf(rules);
        correlations = List.copyOf(correlations);
        refused = List.copyOf(refused);
        warnings = List.copyOf(warnings);
    }

    /** Of rules that are there already. */
    public RuleSet(List<Rule> rules) {
        this(rules, List.of(), List.of(), List.of());
    }

    /**
     * Reads {@code sigma/**} as mapped by {@code pipelines/*.yml}, both below the folder.
     *
     * @throws RuleException when the folder cannot be read or a pipeline is wrong
     */
    public static RuleSet load(Path rulesFolder) {
        return load(rulesFolder, List.of(rulesFolder.resolve("sigma")), false);
    }

    /**
     * Reads the rules of other files and folders by the installation's pipelines.
     *
     * @param asWritten for records that have Sigma's own field names and tell their logsource themselves
     * @throws RuleException when a path cannot be read or a pipeline is wrong
     */
    public static RuleSet load(Path rulesFolder, List<Path> paths, boolean asWritten) {
        Pipeline pipeline = pipeline(rulesFolder);
        Map<Path, String> texts = new LinkedHashMap<>();
        paths.forEach(path -> files(path).forEach(file -> texts.put(file, Doc.text(file))));
        return new RuleSetReader(asWritten ? pipeline.asWritten() : pipeline).read(texts);
    }

    /** The same of texts that come from elsewhere, such as a topic; sorted by their names. */
    public static RuleSet compile(Path rulesFolder, Map<String, String> texts) {
        Map<Path, String> sorted = new LinkedHashMap<>();
        new TreeMap<>(texts).forEach((name, text) -> sorted.put(Path.of(name), text));
        return new RuleSetReader(pipeline(rulesFolder)).read(sorted);
    }

    /**
     * What {@link #compile} takes: the rules' texts by their names below the folder.
     *
     * @throws RuleException when one of them cannot be read
     */
    public static Map<String, String> texts(Path rulesFolder) {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : files(rulesFolder.resolve("sigma"))) {
            texts.put(rulesFolder.relativize(file).toString().replace('\\', '/'), lenient(file));
        }
        return texts;
    }

    /** Wrong bytes as such: they cost their rule alone, if that. */
    private static String lenient(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new RuleException(file, 0, "cannot be read: " + e.getMessage());
        }
    }

    private static Pipeline pipeline(Path rulesFolder) {
        return Pipeline.load(rulesFolder.resolve("pipelines"));
    }

    /** The rule of that id or name. */
    public Optional<Rule> find(String idOrName) {
        return rules.stream().filter(r -> r.isCalled(idOrName)).findFirst();
    }

    /** Sorted, so that the marks of an event keep one order everywhere. */
    static List<Path> files(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> found = new ArrayList<>(
                    files.filter(Files::isRegularFile).filter(RuleSet::isRules).toList());
            found.sort(null);
            return found;
        } catch (IOException e) {
            throw new RuleException(path, 0, "cannot be read: " + e.getMessage());
        }
    }

    private static boolean isRules(Path file) {
        String name = file.toString();
        return (name.endsWith(".yml") || name.endsWith(".yaml")) && !name.endsWith(".examples.yml");
    }
}
