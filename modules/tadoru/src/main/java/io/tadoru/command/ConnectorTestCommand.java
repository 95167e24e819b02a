package io.tadoru.command;

import io.tadoru.casework.Escape;
import io.tadoru.connector.Connector;
import io.tadoru.connector.ConnectorCatalog;
import io.tadoru.connector.ConnectorException;
import io.tadoru.connector.SampleDiff;
import io.tadoru.connector.SampleFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads every sample line of the connectors and compares what becomes of it with what must. */
@Command(
        name = "test",
        description = {
            "Compares what the sample lines of connectors become with what they must become (samples/*.expected.ndjson).",
            "In a difference - is what must be and + what is."
        },
        exitCodeList = {"0:all is as it must be", "1:something differs", "2:the command line was not understood"})
public final class ConnectorTestCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "ID", description = "Such as squid; all connectors if none is given.")
    private List<String> ids = List.of();

    @Option(names = "--update", description = "Takes what the lines become now for right. Read the difference in git.")
    private boolean update;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        ConnectorCatalog catalog = Catalogs.of(settings, spec, ids);
        int records = 0;
        int wrong = 0;
        for (Map.Entry<String, Path> folder : catalog.folders().entrySet()) {
            if (ids.isEmpty() || ids.contains(folder.getKey())) {
                Result result = test(catalog, folder.getKey(), folder.getValue());
                records += result.records;
                wrong += result.sound ? 0 : 1;
            }
        }
        out().printf("%d records of %d connectors, %d not as they must be%n", records, count(catalog), wrong);
        out().flush();
        return wrong == 0 ? 0 : 1;
    }

    private int count(ConnectorCatalog catalog) {
        return ids.isEmpty() ? catalog.ids().size() : ids.size();
    }

    private record Result(int records, boolean sound) {}

    private Result test(ConnectorCatalog catalog, String id, Path folder) {
        try {
            return test(catalog.find(id).orElseThrow(), folder);
        } catch (ConnectorException e) {
            out().println("FAILED  " + id + "\n" + e.getMessage());
            return new Result(0, false);
        }
    }

    private Result test(Connector connector, Path folder) {
        List<SampleFile> samples = SampleFile.in(folder, connector);
        if (update) {
            samples.forEach(SampleFile::update);
        }
        List<String> differences =
                samples.stream().flatMap(s -> SampleDiff.of(s).stream()).toList();
        int records = samples.stream().mapToInt(s -> s.records().size()).sum();
        boolean sound = differences.isEmpty() && records > 0;
        out().printf(
                        "%-8s%s, %d records%s%n",
                        sound ? "ok" : "FAILED", connector.id(), records, records > 0 ? "" : ": no samples");
        differences.forEach(line -> out().println(Escape.terminal(line)));
        return new Result(records, sound);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
