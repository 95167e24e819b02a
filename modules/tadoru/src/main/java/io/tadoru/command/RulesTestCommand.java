package io.tadoru.command;

import io.tadoru.casework.Escape;
import io.tadoru.command.RuleFiles.FieldForm;
import io.tadoru.connector.Connector;
import io.tadoru.connector.Parsed;
import io.tadoru.connector.ReadSettings;
import io.tadoru.detection.Explanation;
import io.tadoru.detection.Rule;
import io.tadoru.detection.RuleSet;
import io.tadoru.event.Event;
import io.tadoru.event.RawRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one rule over events and tells, part by part, why it matches or does not. */
@Command(
        name = "test",
        description = {
            "Runs a rule over events and explains, part by part, why it matches or does not.",
            "Exits with 1 when an event does not match."
        })
public final class RulesTestCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "RULE",
            description = "A file, or the id or name of one of the installation's rules.")
    private String rule = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "EVENTS",
            description = "Events as JSON lines, or with --connector a log; standard input if not given.")
    private @Nullable Path events;

    @Option(names = "--connector", paramLabel = "ID", description = "Read the lines with this connector first.")
    private @Nullable String connector;

    @Option(
            names = "--timezone",
            paramLabel = "TZ",
            description = "Of lines that name none; ${DEFAULT-VALUE} if not given.")
    private ZoneId timezone = ZoneId.of("UTC");

    @Option(
            names = "--fields",
            paramLabel = "FORM",
            description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.")
    private FieldForm fields = FieldForm.ecs;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private int number;
    private boolean all = true;

    @Override
    public Integer call() {
        Rule tried = find();
        Connector reader = connector == null
                ? null
                : Catalogs.of(settings, spec, List.of(connector))
                        .find(connector)
                        .orElseThrow();
        try (InputStream in = events == null ? System.in : Files.newInputStream(events)) {
            Lines.each(new BufferedInputStream(in), (offset, line) -> {
                number++;
                print(tried, reader == null ? RuleRecord.read(line, fields).event() : parsed(reader, line));
            });
        } catch (IOException e) {
            throw new CommandFailed(events + ": " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new CommandFailed("line " + number + ": " + e.getMessage(), e);
        }
        return all ? 0 : 1;
    }

    private Rule find() {
        Path file = Path.of(rule);
        boolean isFile = Files.isRegularFile(file);
        RuleSet rules = RuleFiles.read(settings, isFile ? List.of(file) : List.of(), fields);
        if (isFile && !rules.refused().isEmpty()) {
            throw new CommandFailed(String.valueOf(rules.refused().getFirst().getMessage()));
        }
        return (isFile ? rules.rules().stream().findFirst() : rules.find(rule))
                .orElseThrow(
                        () -> new CommandFailed("no file and no rule '" + rule + "'; tadoru rules list names all"));
    }

    private Event parsed(Connector reader, byte[] line) {
        String id = Integer.toString(number);
        RawRecord raw = new RawRecord(id, reader.id(), reader.id(), "rules test", Instant.now(), line, "");
        ReadSettings read = new ReadSettings(timezone, StandardCharsets.UTF_8, Instant.now());
        return switch (reader.parse(raw, read)) {
            case Parsed.Accepted accepted -> accepted.event();
            case Parsed.Dropped dropped -> throw new IllegalArgumentException("dropped: " + dropped.reason());
            case Parsed.Rejected rejected -> throw new IllegalArgumentException("rejected: " + rejected.reason());
        };
    }

    private void print(Rule tried, Event event) {
        PrintWriter out = spec.commandLine().getOut();
        List<Explanation.Line> lines = Explanation.of(tried, event);
        all &= lines.getFirst().holds();
        out.println("line " + number + (lines.getFirst().holds() ? ": matches" : ": does not match"));
        lines.forEach(line -> out.println(
                "  " + "  ".repeat(line.depth()) + (line.holds() ? "yes  " : "no   ") + Escape.terminal(line.text())));
        out.flush();
    }
}
