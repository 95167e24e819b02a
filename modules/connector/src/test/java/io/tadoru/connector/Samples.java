package io.tadoru.connector;

import io.tadoru.event.RawRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
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
}
