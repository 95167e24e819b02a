package io.tadoru.investigate;

import io.tadoru.casework.Report;
import io.tadoru.casework.Timesketch;
import io.tadoru.chain.Chain;
import io.tadoru.event.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes what is told at the end of a run. */
final class Results {
    private Results() {}

    static void write(Findings findings, Map<String, Object> manifest, Path out) throws IOException {
        try (OutputStream chains = Investigation.file(out.resolve("chains.ndjson"))) {
            for (Chain chain : findings.chains()) {
                Run.write(chains, chain.document());
            }
        }
        try (Writer timeline = Files.newBufferedWriter(out.resolve("timeline.csv"))) {
            Timesketch.write(findings.chains(), timeline);
        }
        Files.writeString(out.resolve("report.md"), Report.of(findings.chains()));
        try (OutputStream file = Investigation.file(out.resolve("manifest.json"))) {
            file.write(Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
            file.write('\n');
        }
    }
}
