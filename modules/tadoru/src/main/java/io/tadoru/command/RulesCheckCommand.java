package io.tadoru.command;

import io.tadoru.casework.Escape;
import io.tadoru.command.RuleFiles.FieldForm;
import io.tadoru.detection.RuleException;
import io.tadoru.detection.RuleException.Kind;
import io.tadoru.detection.RuleSet;
import io.tadoru.runtime.SettingList;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads rules as the pipeline would, and says which it would not use and why. */
@Command(
        name = "check",
        description = {
            "Reads rules, filters, correlations and chain definitions as the pipeline would, and tells what is refused and"
                    + " why.",
            "Exits with 1 when a rule is wrong, with --strict also when one asks for what cannot be had here."
        })
public final class RulesCheckCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = {
                "Files and folders; the installation's own rules if not given.",
                "A folder named chains holds chain definitions."
            })
    private @Nullable List<Path> paths;

    @Option(
            names = "--fields",
            paramLabel = "FORM",
            description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.")
    private FieldForm fields = FieldForm.ecs;

    @Option(names = "--strict", description = "Whatever is refused makes the check fail.")
    private boolean strict;

    @Option(
            names = {"-v", "--verbose"},
            description = "Name each refused rule and each warning, not the reasons alone.")
    private boolean verbose;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path installed = settings.load().get(SettingList.RULES_DIRECTORY);
        ChainFolders chains = ChainFolders.among(paths == null ? List.of() : paths, installed);
        PrintWriter out = spec.commandLine().getOut();
        List<String> mistakes = chains.wrong();
        mistakes.forEach(m -> out.println(Escape.terminal(m)));
        if (!chains.folders().isEmpty()) {
            out.printf(
                    "%d chain definitions can be used, %d folders have mistakes%n", chains.usable(), mistakes.size());
        }
        int found = chains.rules().isEmpty() ? 0 : rules(chains.rules(), out);
        return mistakes.isEmpty() ? found : 1;
    }

    private int rules(List<Path> files, PrintWriter out) {
        RuleSet rules = RuleFiles.read(settings, files, fields);
        if (verbose) {
            rules.refused().forEach(e -> out.println(Escape.terminal(String.valueOf(e.getMessage()))));
            rules.warnings().forEach(w -> out.println("warning: " + Escape.terminal(w)));
        } else if (!rules.refused().isEmpty()) {
            table(rules.refused()).print(out);
        }
        long wrong =
                rules.refused().stream().filter(e -> e.kind() == Kind.WRONG).count();
        long unsupported = rules.refused().size() - wrong;
        out.printf(
                "%d rules can be used, %d ask for what cannot be had here, %d are wrong; %d warnings%s%n",
                rules.rules().size(),
                unsupported,
                wrong,
                rules.warnings().size(),
                verbose || (rules.refused().isEmpty() && rules.warnings().isEmpty()) ? "" : " (--verbose names each)");
        out.flush();
        return wrong > 0 || (strict && unsupported > 0) ? 1 : 0;
    }

    /** A row for each reason, most frequent first. */
    private static Table table(List<RuleException> refused) {
        Map<String, List<RuleException>> byReason = new LinkedHashMap<>();
        refused.forEach(e ->
                byReason.computeIfAbsent(e.reason(), r -> new ArrayList<>()).add(e));
        Table table = new Table("RULES", "KIND", "REASON", "FIRST OF THEM");
        byReason.values().stream()
                .sorted(Comparator.comparingInt((List<RuleException> some) -> -some.size()))
                .forEach(some -> {
                    RuleException first = some.getFirst();
                    Path name = Path.of(first.file()).getFileName();
                    table.add(
                            Integer.toString(some.size()),
                            first.kind().name().toLowerCase(Locale.ROOT),
                            first.reason(),
                            name + ":" + first.line());
                });
        return table;
    }
}
