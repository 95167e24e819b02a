package io.tadoru.command;

import io.tadoru.connector.Connector;
import io.tadoru.connector.ConnectorException;
import io.tadoru.connector.Parsed;
import io.tadoru.connector.ReadSettings;
import io.tadoru.connector.Scrubber;
import io.tadoru.event.RawRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes log lines shareable. */
@Command(
        name = "scrub",
        description = {
            "Prints lines with other addresses, accounts and host names in them; the same one always becomes the same.",
            "Addresses are told by their form, accounts and hosts by what the connector reads them as.",
            "What is in free text stays: read the result before it leaves the house."
        })
public final class ConnectorScrubCommand implements Callable<Integer> {
    private static final int KEY_BYTES = 32;

    @Option(names = "--connector", paramLabel = "ID", description = "Reads the lines, so that names are found in them.")
    private @Nullable String connector;

    @Option(
            names = "--key",
            paramLabel = "TEXT",
            description = "The same key gives the same pseudonyms another time; a new one each time if not given.")
    private @Nullable String key;

    @Option(names = "--charset", paramLabel = "C", description = "Of the lines; ${DEFAULT-VALUE} if not given.")
    private Charset charset = StandardCharsets.UTF_8;

    @Parameters(arity = "1..*", paramLabel = "FILE")
    private List<Path> files = List.of();

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        Scrubber scrubber = new Scrubber(key());
        try {
            Connector reader = connector == null
                    ? null
                    : Catalogs.of(settings, spec, List.of(connector))
                            .find(connector)
                            .orElseThrow();
            for (Path file : files) {
                scrub(file, reader, scrubber);
            }
        } catch (ConnectorException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()), e);
        }
        return 0;
    }

    private byte[] key() {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        return key == null ? random : key.getBytes(StandardCharsets.UTF_8);
    }

    private void scrub(Path file, @Nullable Connector reader, Scrubber scrubber) {
        PrintWriter out = spec.commandLine().getOut();
        try (var lines = Files.lines(file, charset)) {
            lines.forEach(line -> out.println(scrubber.scrub(line, parsed(line, reader))));
            out.flush();
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new CommandFailed(file + ": " + e.getMessage() + "; is --charset right?", e);
        }
    }

    private static Parsed parsed(String line, @Nullable Connector reader) {
        if (reader == null) {
            return new Parsed.Rejected("nobody reads it");
        }
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return reader.parse(
                new RawRecord("", "", reader.id(), "", Instant.now(), bytes),
                new ReadSettings(ZoneOffset.UTC, StandardCharsets.UTF_8, Instant.now()));
    }
}
