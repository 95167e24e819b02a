package io.tadoru.connector;

import io.tadoru.event.Json;
import io.tadoru.event.RawRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The samples beside the connectors, as tests read them. */
record Samples(Path file, String connector) {
    static final Path CONNECTORS = Path.of(System.getProperty("tadoru.root"), "connectors");
    static final Instant RECEIVED = Instant.parse("2022-03-01T00:00:00Z");
    static final ReadSettings TOKYO = new ReadSettings(ZoneId.of("Asia/Tokyo"), StandardCharsets.UTF_8, RECEIVED);

    static List<Samples> all() {
        try (Stream<Path> files = Files.walk(CONNECTORS)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .map(file -> new Samples(
                            file, file.getName(file.getNameCount() - 3).toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> lines() {
        return read(file);
    }

    Path expected() {
        return file.resolveSibling(file.getFileName().toString().replace(".log", ".expected.ndjson"));
    }

    static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RawRecord raw(int number, byte[] bytes) {
        return new RawRecord(connector + "-" + number, connector, connector, "test", RECEIVED, bytes);
    }

    /** What became of a line, as it stands in the expected file: without what is the same for all. */
    static String told(Parsed parsed) {
        return switch (parsed) {
            case Parsed.Accepted accepted -> accepted(accepted);
            case Parsed.Dropped dropped -> Json.text(Map.of("tadoru.dropped", dropped.reason()));
            case Parsed.Rejected rejected -> Json.text(Map.of("tadoru.rejected", rejected.reason()));
        };
    }

    private static String accepted(Parsed.Accepted accepted) {
        Map<String, Object> fields = new TreeMap<>(accepted.event().fields());
        List.of(
                        "event.id",
                        "event.hash",
                        "event.original",
                        "tadoru.connector.id",
                        "tadoru.connector.version",
                        "tadoru.source")
                .forEach(fields::remove);
        if (!accepted.observations().isEmpty()) {
            fields.put(
                    "observations",
                    accepted.observations().stream()
                            .map(o -> o.identity() + " at " + o.host() + " by " + o.strength())
                            .toList());
        }
        return Json.text(fields);
    }
}
