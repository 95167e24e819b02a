package io.tadoru.investigate;

import io.tadoru.connector.Connector;
import io.tadoru.connector.ConnectorCatalog;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Goes through all inputs twice: first to see who can read which, then to read them. */
final class Walk {
    private final Request request;
    private final ConnectorCatalog connectors;
    private final Intake intake;
    private final AssemblySpool assembly;
    private final List<String> warnings;
    private final Progress progress;
    private final Map<Path, Budget> budgets = new HashMap<>();

    Walk(
            Request request,
            ConnectorCatalog connectors,
            Intake intake,
            AssemblySpool assembly,
            List<String> warnings,
            Progress progress) {
        this.request = request;
        this.connectors = connectors;
        this.intake = intake;
        this.assembly = assembly;
        this.warnings = warnings;
        this.progress = progress;
    }

    /** A row of the manifest for each input. */
    List<Map<String, Object>> read(OutputStream rejects, Totals totals) throws IOException {
        check();
        Map<Found, Recognising.Answer> inputs = recognise();
        Run run = new Run(request, connectors, recognised(inputs), intake, assembly, rejects);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Map.Entry<Found, Recognising.Answer> input : inputs.entrySet()) {
            progress.at("reading " + input.getKey().name(), rows.size(), inputs.size());
            rows.add(read(input.getKey(), input.getValue(), run, totals));
        }
        progress.at("joining lines of one mail or session", rows.size(), inputs.size());
        assembly.each(completed -> intake.take(completed.event(), completed.observations()));
        intake.end();
        return rows;
    }

    private void check() {
        Charset charset = request.charset().value();
        if (!TextInput.isUtf16(charset) && (!charset.canEncode() || "\n".getBytes(charset).length != 1)) {
            throw new RequestException("--charset " + charset
                    + " has no line ends of one byte: convert the files to UTF-8" + " first, such as with iconv");
        }
        for (Forced f : request.sources()) {
            if (connectors.find(f.connector()).isEmpty()) {
                throw new RequestException("--source " + f + ": no connector '" + f.connector() + "'"
                        + connectors
                                .nearest(f.connector())
                                .map(n -> "; did you mean " + n + "?")
                                .orElse(""));
            }
        }
    }

    private Map<Found, Recognising.Answer> recognise() throws IOException {
        var recognising = new Recognising(connectors, request.sources(), request.charset());
        List<Found> found = Search.below(request.paths(), request.out(), warnings);
        Map<Found, Recognising.Answer> inputs = new LinkedHashMap<>();
        for (Found f : found) {
            progress.at("recognising " + f.name(), inputs.size(), found.size());
            inputs.put(f, recognising.of(f));
        }
        warnOfUnused(found);
        return inputs;
    }

    private void warnOfUnused(List<Found> found) {
        for (Forced f : request.sources()) {
            if (found.stream().noneMatch(input -> f.matches(input.name()))) {
                warnings.add("--source " + f + " matches no input");
            }
        }
    }

    private static Set<String> recognised(Map<Found, Recognising.Answer> inputs) {
        Set<String> ids = new HashSet<>();
        for (Recognising.Answer answer : inputs.values()) {
            Connector connector = answer.connector();
            if (connector != null) {
                ids.add(connector.id());
            }
        }
        return ids;
    }

    private Map<String, Object> read(Found found, Recognising.Answer answer, Run run, Totals totals)
            throws IOException {
        Instant asOf = FileDate.of(found, request.zone().value());
        try (Content content = Content.of(found, budget(found))) {
            Reading reading = new Reading(found, answer, asOf, run);
            Tally tally = reading.read(content);
            content.drain();
            totals.add(tally);
            warn(found, answer, reading, tally);
            return Manifest.row(found, content, answer, reading, tally, request);
        }
    }

    private Budget budget(Found found) {
        return budgets.computeIfAbsent(
                found.file(), file -> new Budget(file.toFile().length()));
    }

    private void warn(Found found, Recognising.Answer answer, Reading reading, Tally tally) {
        reading.stopped().ifPresent(why -> warnings.add(found.name() + ": " + why));
        if (answer.connector() == null && tally.lines() > 0) {
            warnings.add(found.name() + ": no connector reads it; name one with --source if you know it");
        } else if (tally.rejects() * 10 > tally.lines()) {
            warnings.add(found.name() + ": " + tally.rejects() + " of " + tally.lines()
                    + " lines were rejected; see rejects.ndjson, and check --source, --charset");
        }
    }
}
