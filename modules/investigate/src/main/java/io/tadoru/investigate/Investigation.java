package io.tadoru.investigate;

import io.tadoru.casework.Report;
import io.tadoru.casework.Timesketch;
import io.tadoru.chain.Assembler;
import io.tadoru.chain.Chain;
import io.tadoru.connector.ConnectorCatalog;
import io.tadoru.detection.Detector;
import io.tadoru.event.Json;
import io.tadoru.identity.Office;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/**
 * Logs in, chains out, for one case on one machine: recognises each file's connector by content, reads all of them, and
 * writes what was found. The same input gives the same bytes.
 */
public final class Investigation {
    private static final int LINES_TO_RECOGNISE = 50;

    private final ConnectorCatalog connectors;
    private final Detector detector;
    private final Office office;
    private final Assembler assembler;

    public Investigation(ConnectorCatalog connectors, Detector detector, Office office, Assembler assembler) {
        this.connectors = connectors;
        this.detector = detector;
        this.office = office;
        this.assembler = assembler;
    }

    /**
     * Reads every file below the folder and writes the results.
     *
     * @param zone of lines that name none
     * @param out is created; holds {@code events.ndjson}, {@code rejects.ndjson}, {@code chains.ndjson},
     *     {@code timeline.csv}, {@code report.md} and {@code manifest.json}
     */
    public Findings run(Path folder, ZoneId zone, Charset charset, Path out) throws IOException {
        Files.createDirectories(out);
        Knowledge knowledge = new Knowledge();
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Path> unrecognised = new ArrayList<>();
        try (OutputStream events = file(out.resolve("events.ndjson"));
                OutputStream rejects = file(out.resolve("rejects.ndjson"))) {
            for (Path path : files(folder, out)) {
                Optional<Input> input = recognise(folder, path, zone, charset);
                if (input.isEmpty()) {
                    unrecognised.add(path);
                    continue;
                }
                rows.add(new Reading(input.get(), zone, charset, detector, office, knowledge, events, rejects).run());
            }
        }
        Findings findings = new Findings(knowledge.chains(assembler), rows, unrecognised);
        write(findings, out);
        return findings;
    }

    /** Never what an earlier run wrote: reading it would make a second run's results others than the first's. */
    private static List<Path> files(Path folder, Path out) throws IOException {
        Path written = out.toRealPath();
        try (Stream<Path> walk = Files.walk(folder.toRealPath())) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(written))
                    .sorted()
                    .toList();
        }
    }

    private Optional<Input> recognise(Path folder, Path path, ZoneId zone, Charset charset) throws IOException {
        var asOf = FileDate.of(path, zone);
        String name = folder.toRealPath().relativize(path).toString();
        return connectors
                .recognise(head(path, charset))
                .flatMap(r -> connectors.find(r.connector()))
                .map(c -> new Input(path, name, c, asOf));
    }

    private static List<String> head(Path path, Charset charset) throws IOException {
        List<String> head = new ArrayList<>();
        try (Records lines = Records.of(path)) {
            for (Records.Line line = lines.next();
                    line != null && head.size() < LINES_TO_RECOGNISE;
                    line = lines.next()) {
                if (line instanceof Records.Line.Whole whole) {
                    head.add(new String(whole.bytes(), charset));
                }
            }
        } catch (ZipException | EOFException e) {
            return head; // as far as it can be read; Reading tells of the damage
        }
        return head;
    }

    private static void write(Findings findings, Path out) throws IOException {
        try (OutputStream chains = file(out.resolve("chains.ndjson"))) {
            for (Chain chain : findings.chains()) {
                chains.write(Json.bytes(chain.document()));
                chains.write('\n');
            }
        }
        try (Writer timeline = Files.newBufferedWriter(out.resolve("timeline.csv"))) {
            Timesketch.write(findings.chains(), timeline);
        }
        Files.writeString(out.resolve("report.md"), Report.of(findings.chains()));
        Files.write(
                out.resolve("manifest.json"),
                Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(Map.of("inputs", findings.inputs())));
    }

    private static OutputStream file(Path path) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
    }
}
