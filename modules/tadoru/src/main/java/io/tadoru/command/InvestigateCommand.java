package io.tadoru.command;

import io.tadoru.casework.ChainText;
import io.tadoru.casework.Escape;
import io.tadoru.chain.Chain;
import io.tadoru.chain.Status;
import io.tadoru.connector.ConnectorException;
import io.tadoru.detection.RuleException;
import io.tadoru.investigate.Choice;
import io.tadoru.investigate.Findings;
import io.tadoru.investigate.Forced;
import io.tadoru.investigate.Investigation;
import io.tadoru.investigate.Moments;
import io.tadoru.investigate.Provenance;
import io.tadoru.investigate.Request;
import io.tadoru.investigate.RequestException;
import io.tadoru.investigate.Span;
import io.tadoru.pipeline.Core;
import io.tadoru.pipeline.Detection;
import io.tadoru.runtime.SettingList;
import io.tadoru.runtime.Settings;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads log files and prints the chains in them; the whole walk in one process, without any server. */
@Command(
        name = "investigate",
        description = {
            "Recognises each file by its content, reads it, and prints the infection chains.",
            "Writes events, rejects, chains, a Timesketch timeline, a report and a manifest to --out.",
            "The same files, arguments, rules and settings give the same bytes."
        },
        footer = {
            "",
            "Example: three days of logs, known bad addresses, a list of PCs, one PC asked for:",
            "  tadoru investigate logs/ --timezone Asia/Tokyo --indicators bad.txt --inventory pcs.csv \\",
            "    --from 2022-02-25 --to 2022-02-28 --host PC-0142 --out case-17"
        })
public final class InvestigateCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Files, or folders of files: plain, gzip, zstd, or zip, of which each entry is an input.")
    private List<Path> paths = List.of();

    @Option(
            names = "--source",
            paramLabel = "CONNECTOR=GLOB",
            description = {
                "The connector for files whose path below PATH (or, in a glob without /, whose name) matches,"
                        + " such as squid='proxy/*.log'. May be repeated; the first match wins.",
            })
    private List<String> sources = List.of();

    @Option(
            names = "--timezone",
            paramLabel = "TZ",
            description = "Of times that name none, of --from and --to, and of what is printed; UTC if not given.")
    private @Nullable ZoneId timezone;

    @Option(
            names = "--charset",
            paramLabel = "C",
            description = "Of the lines, such as windows-31j; UTF-8 if not given.")
    private @Nullable Charset charset;

    @Option(
            names = "--inventory",
            paramLabel = "CSV",
            description = "Who has what: columns host, ip, mac, user, mail, and from, to where it was not always so.")
    private @Nullable Path inventory;

    @Option(
            names = "--indicators",
            paramLabel = "PATH",
            description = {
                "Known bad addresses, networks, domains, URLs, hashes, senders: a plain list, CSV with a column value,",
                "a STIX 2.1 bundle, a MISP event or feed, or a folder of them. May be repeated."
            })
    private List<Path> indicators = List.of();

    @Option(
            names = "--from",
            paramLabel = "T",
            description = "Events from then on, by their own time: 2022-02-26, 2022-02-26T09:00 or with an offset.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "T", description = "Events before then.")
    private @Nullable String to;

    @Option(names = "--host", paramLabel = "H", description = "Writes and prints events and chains of this host only.")
    private @Nullable String host;

    @Option(names = "--out", paramLabel = "DIR", description = "Is created; ${DEFAULT-VALUE} if not given.")
    private Path out = Path.of("tadoru-out");

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        for (Path path : paths) {
            exists(path, "a file or folder with logs");
        }
        for (Path file : indicators) {
            exists(file, "a file or folder of indicators");
        }
        if (inventory != null) {
            exists(inventory, "a CSV file");
        }
        print(find(settings.load()));
        return 0;
    }

    private static void exists(Path path, String wanted) {
        if (!Files.isReadable(path)) {
            throw new CommandFailed(path + " cannot be read; give " + wanted);
        }
    }

    private Findings find(Settings loaded) {
        try (var progress = new PrintedProgress()) {
            Detection detection = Detection.load(loaded, indicators);
            return investigation(loaded, detection).run(request(loaded, detection.files()), progress);
        } catch (ConnectorException | RuleException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()), e);
        } catch (RequestException e) {
            throw usage(e);
        } catch (IOException e) {
            throw new CommandFailed(
                    "results cannot be written to " + out + " (" + e + "); is there room, and may you?", e);
        }
    }

    private Request request(Settings loaded, List<Path> bad) {
        Choice<ZoneId> zone = Choice.of(timezone, ZoneOffset.UTC);
        try {
            return Request.of(paths, out)
                    .withSources(sources.stream().map(Forced::of).toList())
                    .withZone(zone)
                    .withCharset(Choice.of(charset, StandardCharsets.UTF_8))
                    .withInventory(inventory)
                    .withSpan(new Span(moment("--from", from, zone), moment("--to", to, zone)))
                    .withHost(host)
                    .withProvenance(provenance(loaded, bad));
        } catch (RequestException e) {
            throw usage(e);
        }
    }

    private @Nullable Instant moment(String option, @Nullable String text, Choice<ZoneId> zone) {
        try {
            return text == null ? null : Moments.parse(text, zone.value());
        } catch (RequestException e) {
            throw new ParameterException(spec.commandLine(), option + " " + e.getMessage(), e);
        }
    }

    private Provenance provenance(Settings loaded, List<Path> bad) {
        CommandSpec root = spec.root();
        List<String> given = root.commandLine().getParseResult().originalArgs();
        return new Provenance(
                String.join(" ", root.version()),
                ToldArguments.of(given),
                loaded.get(SettingList.RULES_DIRECTORY),
                bad);
    }

    private ParameterException usage(RequestException e) {
        return new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }

    private static Investigation investigation(Settings settings, Detection detection) {
        Core core = Core.load(settings);
        return new Investigation(core.connectors(), detection.detector(), core.office(), core.assembler());
    }

    private void print(Findings findings) {
        findings.warnings().forEach(w -> System.err.println("tadoru: " + Escape.terminal(w)));
        List<Chain> shown = findings.chains().stream()
                .filter(c -> c.status() != Status.STOPPED)
                .toList();
        ChainText text = new ChainText(timezone == null ? ZoneOffset.UTC : timezone);
        shown.forEach(c -> text.lines(c).forEach(System.out::println));
        int stopped = findings.chains().size() - shown.size();
        System.out.println(counts(findings));
        System.out.println(shown.size() + " chains; refused attempts folded into " + stopped + " more, in " + out);
    }

    private static String counts(Findings findings) {
        var t = findings.totals();
        return "%d lines of %d inputs: %d events, %d dropped by design, %d rejects"
                .formatted(t.get("lines"), t.get("inputs"), t.get("events"), t.get("dropped"), t.get("rejects"));
    }
}
