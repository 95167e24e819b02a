package io.tadoru.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.command.CommandFailed;
import io.tadoru.event.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where a demo keeps its data: a folder that was named and stays, or one that goes with it. It belongs to one scenario, for
 * the chains of two would mix.
 */
record DemoDirectory(Path path, boolean kept) {
    private static final String STATE = "demo.json";

    static DemoDirectory named(Path path) throws IOException {
        return new DemoDirectory(Files.createDirectories(path).toAbsolutePath().normalize(), true);
    }

    /** Open to others, for as root Elasticsearch runs as another user. */
    static DemoDirectory passing() throws IOException {
        Path path = Files.createTempDirectory("tadoru-demo-");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new DemoDirectory(path, false);
    }

    Path log() {
        return path.resolve("tadoru.log");
    }

    /**
     * Whether an earlier run has brought in all of this scenario.
     *
     * @throws CommandFailed when the folder holds another scenario
     */
    boolean begin(String scenario, String fingerprint) throws IOException {
        Path file = path.resolve(STATE);
        if (!Files.exists(file)) {
            write(scenario, fingerprint, false);
            return false;
        }
        JsonNode state = Json.MAPPER.readTree(Files.readAllBytes(file));
        if (!state.path("fingerprint").asText().equals(fingerprint)) {
            throw new CommandFailed(path + " holds the data of another scenario ("
                    + state.path("scenario").asText() + ", or other lines of it); give this one a folder of its own");
        }
        return state.path("complete").asBoolean();
    }

    void complete(String scenario, String fingerprint) throws IOException {
        write(scenario, fingerprint, true);
    }

    private void write(String scenario, String fingerprint, boolean complete) throws IOException {
        Path half = path.resolve(STATE + ".new");
        Files.write(half, Json.bytes(Map.of("scenario", scenario, "fingerprint", fingerprint, "complete", complete)));
        Files.move(half, path.resolve(STATE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Takes it away again if it was only for this run. */
    void leave() {
        if (kept) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(path + " could not be removed", e);
        }
    }
}
