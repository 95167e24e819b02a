package io.tadoru.pipeline;

import io.tadoru.collect.SourceInput;
import io.tadoru.command.CommandFailed;
import io.tadoru.connector.ConnectorCatalog;
import io.tadoru.connector.Framer;
import io.tadoru.runtime.SourceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** From the sources' settings to what {@code collect} opens. */
final class Inputs {
    private Inputs() {}

    static List<SourceInput> of(List<SourceSettings> sources, ConnectorCatalog connectors) {
        return sources.stream()
                .flatMap(source -> how(source).map(how -> input(source, how, connectors)).stream())
                .toList();
    }

    /** Empty for a source whose shipper writes to {@code tadoru.raw} itself. */
    private static Optional<SourceInput.Input> how(SourceSettings source) {
        return switch (source.via()) {
            case SYSLOG_TCP -> Optional.of(new SourceInput.SyslogTcp(source.host(), source.port()));
            case SYSLOG_UDP -> Optional.of(new SourceInput.SyslogUdp(source.host(), source.port()));
            case HTTP -> Optional.of(new SourceInput.Http());
            case FILE -> Optional.of(new SourceInput.File(file(source), source.follow()));
            case KAFKA -> Optional.empty();
        };
    }

    private static SourceInput input(SourceSettings source, SourceInput.Input how, ConnectorCatalog connectors) {
        Supplier<Framer> framers = () -> connectors
                .find(source.connector())
                .map(connector -> new Framer(connector, source.charset()))
                .orElseGet(Framer::lines);
        return new SourceInput(source.name(), source.connector(), how, framers);
    }

    /** A source is one file and its rotated predecessors; a pattern is a name that is not known in full. */
    private static Path file(SourceSettings source) {
        Path path = source.path().orElseThrow();
        if (!isPattern(path)) {
            return path;
        }
        List<Path> found = matching(path);
        if (found.size() != 1) {
            throw new CommandFailed(
                    "sources.%s.path: %d files fit %s; a source is one file, so name it, or give each its own source"
                            .formatted(source.name(), found.size(), path));
        }
        return found.get(0);
    }

    private static boolean isPattern(Path path) {
        return path.toString().matches(".*[*?\\[{].*") && !Files.exists(path);
    }

    private static List<Path> matching(Path pattern) {
        Path folder = pattern.toAbsolutePath().getParent();
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, String.valueOf(pattern.getFileName()))) {
            files.forEach(found::add);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be listed", e);
        }
        return found;
    }
}
