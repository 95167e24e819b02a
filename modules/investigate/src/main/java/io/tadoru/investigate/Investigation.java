package io.tadoru.investigate;

import io.tadoru.chain.Assembler;
import io.tadoru.chain.Chain;
import io.tadoru.connector.ConnectorCatalog;
import io.tadoru.detection.Detector;
import io.tadoru.event.HostName;
import io.tadoru.identity.Office;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Logs in, chains out, for one case on one machine: recognises each file's connector by content, reads all of them, and
 * writes what was found. The same input gives the same bytes.
 */
public final class Investigation {
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
     * Reads every input and writes the results: {@code events.ndjson}, {@code rejects.ndjson}, {@code chains.ndjson},
     * {@code timeline.csv}, {@code report.md} and {@code manifest.json}.
     *
     * @throws IOException when results cannot be written or what was named cannot be found
     * @throws RequestException when inventory, charset or sources are mistaken
     */
    public Findings run(Request request, Progress progress) throws IOException {
        Files.createDirectories(request.out());
        try (Knowledge knowledge = new Knowledge(request.out().resolve("marks.tmp"), office);
                EventSpool events = new EventSpool(request.out().resolve("events.tmp"), office);
                AssemblySpool assembly = new AssemblySpool(request.out().resolve("assembly.tmp"));
                HitSpool hits = new HitSpool(request.out().resolve("hits.tmp"), detector.correlated())) {
            Intake intake = new Intake(request.span(), detector, office, knowledge, events, hits);
            return run(request, intake, assembly, progress);
        }
    }

    private Findings run(Request request, Intake intake, AssemblySpool assembly, Progress progress) throws IOException {
        Knowledge knowledge = intake.knowledge();
        List<String> warnings = new ArrayList<>();
        if (request.inventory() != null) {
            knowledge.listed(Inventory.read(request.inventory(), request.zone().value()));
        }
        Totals totals = new Totals();
        List<Map<String, Object>> rows;
        try (OutputStream rejects = file(request.out().resolve("rejects.ndjson"))) {
            rows = new Walk(request, connectors, intake, assembly, warnings, progress).read(rejects, totals);
        }
        progress.at("naming hosts", rows.size(), rows.size());
        Map<String, Long> sums = new LinkedHashMap<>(totals.document());
        sums.put("events_written", written(request, knowledge, intake.events()));
        List<Chain> chains = knowledge.chains(assembler, wanted(request), warnings);
        Findings findings = new Findings(chains, rows, sums, warnings);
        Results.write(findings, Manifest.document(request, connectors, office, findings, sums), request.out());
        return findings;
    }

    private static long written(Request request, Knowledge knowledge, EventSpool events) throws IOException {
        try (OutputStream named = file(request.out().resolve("events.ndjson"))) {
            Naming naming = new Naming(knowledge, wanted(request), named);
            events.each(naming::write);
            return naming.written();
        }
    }

    private static Predicate<String> wanted(Request request) {
        if (request.host() == null) {
            return host -> true;
        }
        String host = HostName.normal(request.host());
        return h -> h.equals(host) || h.equals("ip:" + host); // an address that nobody is known to have had
    }

    static OutputStream file(Path path) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
    }
}
