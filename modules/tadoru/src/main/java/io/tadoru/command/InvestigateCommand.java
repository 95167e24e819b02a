package io.tadoru.command;

import io.tadoru.casework.ChainText;
import io.tadoru.casework.Escape;
import io.tadoru.chain.Assembler;
import io.tadoru.chain.Chain;
import io.tadoru.chain.Definitions;
import io.tadoru.chain.Status;
import io.tadoru.connector.ConnectorCatalog;
import io.tadoru.connector.ConnectorException;
import io.tadoru.detection.Detector;
import io.tadoru.detection.RuleException;
import io.tadoru.detection.RuleSet;
import io.tadoru.identity.Cidr;
import io.tadoru.identity.Office;
import io.tadoru.investigate.Findings;
import io.tadoru.investigate.Investigation;
import io.tadoru.runtime.SettingList;
import io.tadoru.runtime.Settings;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a folder of log files and prints the chains in it; the whole walk in one process, without any server. */
@Command(
        name = "investigate",
        description = {
            "Recognises each file below FOLDER by its content, reads it, and prints the infection chains.",
            "Writes events, rejects, chains, a Timesketch timeline, a report and a manifest to --out."
        })
public final class InvestigateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", description = "With log files, plain or gzip.")
    private Path folder = Path.of("");

    @Option(
            names = "--timezone",
            paramLabel = "TZ",
            description = "Of times that name none, and of what is printed; ${DEFAULT-VALUE} if not given.")
    private ZoneId timezone = ZoneId.of("UTC");

    @Option(names = "--charset", paramLabel = "C", description = "Of the lines; ${DEFAULT-VALUE} if not given.")
    private Charset charset = StandardCharsets.UTF_8;

    @Option(names = "--out", paramLabel = "DIR", description = "Is created; ${DEFAULT-VALUE} if not given.")
    private Path out = Path.of("tadoru-out");

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Override
    public Integer call() {
        if (!Files.isDirectory(folder)) {
            throw new CommandFailed(folder + " is no folder; give the one that holds the log files");
        }
        try {
            print(investigation(settings.load()).run(folder, timezone, charset, out));
        } catch (ConnectorException | RuleException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new CommandFailed(folder + ": " + e, e);
        }
        return 0;
    }

    private static Investigation investigation(Settings settings) {
        Path rules = settings.get(SettingList.RULES_DIRECTORY);
        return new Investigation(
                ConnectorCatalog.load(settings.get(SettingList.CONNECTORS_DIRECTORY)),
                new Detector(RuleSet.load(rules)),
                office(settings),
                new Assembler(Definitions.read(rules.resolve("chains").resolve("malware-infection.yml"))));
    }

    private static Office office(Settings settings) {
        return new Office(
                settings.get(SettingList.OFFICE_NETWORKS).stream().map(Cidr::of).toList(),
                Set.copyOf(settings.get(SettingList.OFFICE_DOMAINS)),
                settings.get(SettingList.OFFICE_SHARED).stream()
                        .map(shared -> shared.startsWith("ip:") ? shared.substring(3) : shared)
                        .collect(Collectors.toSet()));
    }

    private void print(Findings findings) {
        findings.unrecognised().forEach(f -> System.err.println("no connector reads " + Escape.terminal(f.toString())));
        List<Chain> shown = findings.chains().stream()
                .filter(c -> c.status() != Status.STOPPED)
                .toList();
        ChainText text = new ChainText(timezone);
        shown.forEach(c -> text.lines(c).forEach(System.out::println));
        int stopped = findings.chains().size() - shown.size();
        System.out.println(shown.size() + " chains; refused attempts folded into " + stopped + " more, in " + out);
    }
}
