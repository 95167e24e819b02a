package io.tadoru.command;

import io.tadoru.connector.Connector;
import io.tadoru.connector.ConnectorException;
import io.tadoru.connector.ReadSettings;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
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

/** Shows what a connector makes of a file, line by line; for whoever writes connectors. */
@Command(
        name = "parse",
        description = {
            "Prints one ECS JSON document for each line, in order.",
            "A line that does not parse gives error.message and event.original, one dropped by design tadoru.dropped.",
            "A Windows event log (.evtx) is read record by record; --connector windows_evtx knows all of them."
        })
public final class ParseCommand implements Callable<Integer> {
    private static final int BUFFER = 1 << 16;

    @Option(names = "--connector", required = true, paramLabel = "ID", description = "Such as fortinet_fortigate.")
    private String connector = "";

    @Option(
            names = "--timezone",
            paramLabel = "TZ",
            description = "Of times that name none; ${DEFAULT-VALUE} if not given.")
    private ZoneId timezone = ZoneId.of("UTC");

    @Option(names = "--charset", paramLabel = "C", description = "Of the lines; ${DEFAULT-VALUE} if not given.")
    private Charset charset = StandardCharsets.UTF_8;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description =
                    "When the lines were written at the latest, for times without a year; the file's own time if not given.")
    private @Nullable Instant asOf;

    @Option(
            names = "--assemble",
            description =
                    "Complete each line by the others of its mail or session, as the pipeline does, where the connector says how; keeps all in memory until the end.")
    private boolean assemble;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Standard input if not given.")
    private @Nullable Path file;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        Connector reader = find();
        OutputStream out = new BufferedOutputStream(System.out, BUFFER);
        try (InputStream in = input()) {
            var read = new ReadSettings(timezone, charset, asOf());
            new ParsedLines(reader, read, file == null ? "stdin" : file.toString())
                    .write(in, new ParsedOut(out, assemble));
        } catch (IOException e) {
            throw new CommandFailed((file == null ? "standard input or output" : file) + ": " + e, e);
        }
        return 0;
    }

    private Connector find() {
        try {
            return Catalogs.of(settings, spec, List.of(connector))
                    .find(connector)
                    .orElseThrow();
        } catch (ConnectorException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()), e);
        }
    }

    private InputStream input() throws IOException {
        return new BufferedInputStream(file == null ? System.in : Files.newInputStream(file), BUFFER);
    }

    private Instant asOf() throws IOException {
        if (asOf != null) {
            return asOf;
        }
        return file == null ? Instant.now() : Files.getLastModifiedTime(file).toInstant();
    }
}
