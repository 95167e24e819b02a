package io.tadoru.command;

import io.tadoru.command.RuleFiles.FieldForm;
import io.tadoru.detection.Level;
import io.tadoru.detection.Rule;
import io.tadoru.detection.Stage;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The rules that there are. */
@Command(name = "list", description = "Lists rules: level, whether they mark, stage, logsource, id, title.")
public final class RulesListCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "Files and folders; the installation's own rules if not given.")
    private @Nullable List<Path> paths;

    @Option(names = "--level", paramLabel = "LEVEL", description = "This level and above: ${COMPLETION-CANDIDATES}.")
    private Level level = Level.INFORMATIONAL;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        Table table = new Table("LEVEL", "MARKS", "STAGE", "LOGSOURCE", "ID", "TITLE");
        RuleFiles.read(settings, paths == null ? List.of() : paths, FieldForm.ecs).rules().stream()
                .filter(rule -> rule.ref().level().compareTo(level) >= 0)
                .forEach(rule -> add(table, rule));
        table.print(spec.commandLine().getOut());
        return 0;
    }

    private static void add(Table table, Rule rule) {
        table.add(
                rule.ref().level().text(),
                rule.marks() ? "yes" : "no",
                rule.tactic().map(Stage::text).orElse("by layer"),
                new TreeMap<>(rule.logsource()).values().stream().collect(Collectors.joining(" ")),
                rule.ref().id(),
                rule.ref().title());
    }
}
