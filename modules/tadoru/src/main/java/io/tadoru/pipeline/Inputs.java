package io.tadoru.pipeline;

import io.tadoru.collect.SourceInput;
import io.tadoru.command.CommandFailed;
import io.tadoru.runtime.SourceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** From the sources' settings to what {@code collect} opens. */
final class Inputs {
    private Inputs() {}

    static List<SourceInput> of(List<SourceSettings> sources) {
        List<SourceInput> inputs = new ArrayList<>();
        sources.forEach(source -> inputs.addAll(of(source)));
        return inputs;
    }

    private static List<SourceInput> of(SourceSettings source) {
        return switch (source.via()) {
            case SYSLOG_TCP -> List.of(input(source, new SourceInput.SyslogTcp(source.host(), source.port())));
            case SYSLOG_UDP -> List.of(input(source, new SourceInput.SyslogUdp(source.host(), source.port())));
            case HTTP -> List.of(input(source, new SourceInput.Http()));
            case FILE -> List.of(input(source, new SourceInput.File(file(source), source.follow())));
            case KAFKA -> List.of(); // its shipper writes to tadoru.raw itself
        };
    }

    private static SourceInput input(SourceSettings source, SourceInput.Input how) {
        return new SourceInput(source.name(), source.connector(), how);
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
