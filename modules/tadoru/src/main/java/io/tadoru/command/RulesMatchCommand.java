package io.tadoru.command;

import io.tadoru.command.RuleFiles.FieldForm;
import io.tadoru.detection.Rule;
import io.tadoru.detection.RuleMatcher;
import io.tadoru.event.Json;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which rules each record matches. */
@Command(
        name = "match",
        description = {
            "Prints {\"matched\": [rule ids]} for each line of events, in order; rules of every level are tried.",
            "With --fields ecs a line is an event as Tadoru writes it. With --fields sigma it is",
            "{\"logsource\": {...}, \"event\": {...}} under Sigma's own field names; rules of another logsource are not tried."
        })
public final class RulesMatchCommand implements Callable<Integer> {
    private static final int BUFFER = 1 << 16;

    @Option(
            names = "--rules",
            paramLabel = "PATH",
            description = "Files and folders; the installation's own rules if not given.")
    private @Nullable List<Path> paths;

    @Option(
            names = "--fields",
            paramLabel = "FORM",
            description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.")
    private FieldForm fields = FieldForm.ecs;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Standard input if not given.")
    private @Nullable Path file;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Override
    public Integer call() {
        RuleMatcher matcher = new RuleMatcher(RuleFiles.read(settings, paths == null ? List.of() : paths, fields));
        OutputStream out = new BufferedOutputStream(System.out, BUFFER);
        boolean[] failed = {false};
        try (InputStream in = file == null ? System.in : Files.newInputStream(file)) {
            Lines.each(new BufferedInputStream(in, BUFFER), (offset, line) -> {
                Map<String, Object> answer = answer(matcher, line);
                failed[0] |= answer.containsKey("error");
                out.write(Json.bytes(answer));
                out.write('\n');
            });
            out.flush();
        } catch (IOException e) {
            throw new CommandFailed(file + ": " + e.getMessage(), e);
        }
        return failed[0] ? 1 : 0;
    }

    private Map<String, Object> answer(RuleMatcher matcher, byte[] line) {
        Map<String, Object> answer = new LinkedHashMap<>();
        try {
            answer.put("matched", ids(matched(matcher, RuleRecord.read(line, fields))));
        } catch (IllegalArgumentException e) {
            answer.put("matched", List.of());
            answer.put("error", String.valueOf(e.getMessage()));
        }
        return answer;
    }

    private List<Rule> matched(RuleMatcher matcher, RuleRecord record) {
        return fields == FieldForm.sigma
                ? matcher.matched(record.event(), record.logsource())
                : matcher.matched(record.event());
    }

    private static List<String> ids(List<Rule> rules) {
        return rules.stream().map(rule -> rule.ref().id()).toList();
    }
}
