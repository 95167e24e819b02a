package io.tadoru.investigate;

import io.tadoru.chain.Assembler;
import io.tadoru.chain.Definitions;
import io.tadoru.connector.ConnectorCatalog;
import io.tadoru.detection.Detector;
import io.tadoru.detection.Indicators;
import io.tadoru.detection.RuleSet;
import io.tadoru.detection.indicator.IndicatorFiles;
import io.tadoru.event.Json;
import io.tadoru.event.Reject;
import io.tadoru.identity.Office;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A folder of logs made for a test, and what a run over it gives. */
record Case(Path folder) {
    static final String PROXY =
            "1645837329.412    687 10.20.30.142 TCP_MISS/200 1024 GET http://www.example.com/a - HIER_DIRECT/203.0.113.80 text/html\n";
    static final String LEASE =
            "Feb 26 08:31:02 gw dnsmasq-dhcp[812]: DHCPACK(eth0) 10.20.30.142 00:53:00:aa:01:42 PC-0142\n";

    private static final Path ROOT = Path.of(System.getProperty("tadoru.root"));

    Path file(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve("logs").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    Path file(String name, String text) throws IOException {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Path out() {
        return folder.resolve("out");
    }

    Request request() {
        return Request.of(List.of(folder.resolve("logs")), out())
                .withZone(Choice.of(ZoneId.of("Asia/Tokyo"), ZoneId.of("UTC")));
    }

    Findings run() throws IOException {
        return run(request());
    }

    Findings run(Request request) throws IOException {
        Path rules = ROOT.resolve("rules");
        return new Investigation(
                        ConnectorCatalog.load(ROOT.resolve("connectors")),
                        new Detector(
                                RuleSet.load(rules),
                                Indicators.of(
                                        IndicatorFiles.load(request.provenance().indicators())
                                                .indicators())),
                        Office.defaults(),
                        new Assembler(Definitions.load(rules.resolve("chains"))))
                .run(request, Progress.NONE);
    }

    List<Reject> rejects() throws IOException {
        List<Reject> rejects = new ArrayList<>();
        for (String line : Files.readAllLines(out().resolve("rejects.ndjson"))) {
            rejects.add(Json.read(line.getBytes(StandardCharsets.UTF_8), Reject.class));
        }
        return rejects;
    }

    List<String> events() throws IOException {
        return Files.readAllLines(out().resolve("events.ndjson"));
    }

    static long sum(Map<String, ?> row) {
        return number(row, "events") + number(row, "dropped") + number(row, "rejects");
    }

    static long number(Map<String, ?> row, String name) {
        return row.get(name) instanceof Long n ? n : -1;
    }
}
