package io.tadoru.command;

import io.tadoru.connector.Connector;
import io.tadoru.connector.ConnectorCatalog;
import io.tadoru.connector.ConnectorException;
import io.tadoru.connector.SampleFile;
import io.tadoru.event.Layer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The connectors that there are, with how many shapes of records each tells apart and how many sample records test it. */
@Command(
        name = "list",
        description = "Lists the connectors: layer, product, shapes of records, records in its samples.")
public final class ConnectorListCommand implements Callable<Integer> {
    @Option(names = "--layer", paramLabel = "LAYER", description = "Only of ${COMPLETION-CANDIDATES}.")
    private @Nullable Layer layer;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        ConnectorCatalog catalog = Catalogs.of(settings, spec, List.of());
        Table table = new Table("LAYER", "CONNECTOR", "PRODUCT", "SHAPES", "SAMPLES", "AS THEY MUST BE");
        try {
            catalog.folders()
                    .forEach((id, folder) -> add(table, catalog.find(id).orElseThrow(), folder));
        } catch (ConnectorException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()), e);
        }
        table.print(spec.commandLine().getOut());
        return 0;
    }

    private void add(Table table, Connector connector, Path folder) {
        if (layer != null && layer != connector.layer()) {
            return;
        }
        List<SampleFile> samples = SampleFile.in(folder, connector);
        int records = samples.stream().mapToInt(s -> s.records().size()).sum();
        boolean sound = samples.stream().allMatch(s -> s.told().equals(s.expected()));
        table.add(
                connector.layer().text(),
                connector.id(),
                connector.product(),
                Integer.toString(connector.shapes()),
                Integer.toString(records),
                records > 0 && sound ? "yes" : "no");
    }
}
