package io.tadoru.connector;

import io.tadoru.event.Json;
import io.tadoru.event.RawRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Sample lines beside a connector, {@code samples/*.log}, and what they must become, {@code *.expected.ndjson}. All are read as a
 * source in Tokyo would be that received them at the end of February 2022; {@code NAME.Shift_JIS.log} is in that charset.
 */
public record SampleFile(Path file, Connector connector) {
    /** When the lines were received. */
    public static final Instant RECEIVED = Instant.parse("2022-03-01T00:00:00Z");

    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    private static final String LINES = ".log";
    /** The same for all lines, or different for reasons that have nothing to do with the connector. */
    private static final List<String> LEFT_OUT = List.of(
            "event.id",
            "event.hash",
            "event.original",
            "tadoru.connector.id",
            "tadoru.connector.version",
            "tadoru.source");

    /** The samples in a connector's folder, by name; none is an empty list. */
    public static List<SampleFile> in(Path folder, Connector connector) {
        Path samples = folder.resolve("samples");
        if (!Files.isDirectory(samples)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(samples)) {
            return files.filter(file -> file.toString().endsWith(LINES))
                    .sorted()
                    .map(file -> new SampleFile(file, connector))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How the lines are read. */
    public ReadSettings settings() {
        return new ReadSettings(ZONE, charset(), RECEIVED);
    }

    private Charset charset() {
        String[] words = String.valueOf(file.getFileName()).split("\\.");
        String word = words.length > 2 ? words[words.length - 2] : "";
        return !word.isEmpty() && Charset.isSupported(word) ? Charset.forName(word) : StandardCharsets.UTF_8;
    }

    /** The records, as their file frames them. */
    public List<RawRecord> records() {
        List<RawRecord> records = new ArrayList<>();
        each((line, record) -> records.add(record));
        return records;
    }

    /** The lines as text. */
    List<String> lines() {
        return lines(file, charset());
    }

    private void each(BiConsumer<Integer, RawRecord> taker) {
        Framer framer = new Framer(connector, charset());
        List<String> lines = lines(file, charset());
        for (int i = 0; i < lines.size(); i++) {
            framer.line(i + 1L, lines.get(i).getBytes(charset())).forEach(f -> taker.accept((int) f.offset(), raw(f)));
        }
        framer.end().forEach(f -> taker.accept((int) f.offset(), raw(f)));
    }

    private RawRecord raw(Framer.Framed framed) {
        String id = connector.id();
        return new RawRecord(id + "-" + framed.offset(), id, id, "test", RECEIVED, framed.bytes(), framed.context());
    }

    private static List<String> lines(Path file, Charset charset) {
        try {
            return Files.readAllLines(file, charset);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }

    /** What the connector makes of each record now, as JSON; what is told in several lines of the file put together. */
    public List<String> told() {
        List<Parsed> parsed = records().stream()
                .map(record -> connector.parse(record, settings()))
                .toList();
        return assembled(parsed).stream().map(SampleFile::told).toList();
    }

    private static List<Parsed> assembled(List<Parsed> parsed) {
        List<Member> members = parsed.stream()
                .flatMap(each -> each instanceof Parsed.Accepted a ? Stream.of(a.member()) : Stream.empty())
                .toList();
        Map<String, Assembly.Completed> whole = Assembly.throughout(members);
        return parsed.stream().map(each -> assembled(each, whole)).toList();
    }

    private static Parsed assembled(Parsed parsed, Map<String, Assembly.Completed> whole) {
        Assembly.Completed now =
                parsed instanceof Parsed.Accepted a ? whole.get(a.event().id()) : null;
        return now == null ? parsed : new Parsed.Accepted(now.event(), now.observations(), List.of());
    }

    /** What each must become; empty when that was never written. */
    public List<String> expected() {
        return Files.exists(expectedFile()) ? lines(expectedFile(), StandardCharsets.UTF_8) : List.of();
    }

    /** Where that stands. */
    public Path expectedFile() {
        String name = String.valueOf(file.getFileName());
        return file.resolveSibling(name.substring(0, name.length() - LINES.length()) + ".expected.ndjson");
    }

    /** Takes what the connector makes now for what it must make. */
    public void update() {
        try {
            Files.writeString(expectedFile(), String.join("\n", told()) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What became of a record, as it stands in the expected file. */
    static String told(Parsed parsed) {
        return switch (parsed) {
            case Parsed.Accepted accepted -> accepted(accepted);
            case Parsed.Dropped dropped -> Json.text(Map.of("tadoru.dropped", dropped.reason()));
            case Parsed.Rejected rejected -> Json.text(Map.of("tadoru.rejected", rejected.reason()));
        };
    }

    private static String accepted(Parsed.Accepted accepted) {
        Map<String, Object> fields = new TreeMap<>(accepted.event().fields());
        LEFT_OUT.forEach(fields::remove);
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
