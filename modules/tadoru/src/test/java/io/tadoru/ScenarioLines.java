package io.tadoru;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.tadoru.chain.Assembler;
import io.tadoru.chain.Definitions;
import io.tadoru.connector.ConnectorCatalog;
import io.tadoru.detection.Correlated;
import io.tadoru.detection.Detector;
import io.tadoru.detection.Indicators;
import io.tadoru.detection.RuleSet;
import io.tadoru.detection.indicator.IndicatorFiles;
import io.tadoru.event.Event;
import io.tadoru.event.RawRecord;
import io.tadoru.identity.Cidr;
import io.tadoru.identity.Office;
import io.tadoru.investigate.Choice;
import io.tadoru.investigate.Findings;
import io.tadoru.investigate.Investigation;
import io.tadoru.investigate.Progress;
import io.tadoru.investigate.Request;
import io.tadoru.normalize.Examiner;
import io.tadoru.normalize.Reading;
import io.tadoru.normalize.SourceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A scenario's lines, bytes untouched, with all that reads and judges them. Sources are named by their files, as in batch. */
final class ScenarioLines {
    static final Path ROOT = Path.of(System.getProperty("tadoru.root"));
    private static final ConnectorCatalog CONNECTORS = ConnectorCatalog.load(ROOT.resolve("connectors"));
    private static final RuleSet RULES = RuleSet.load(ROOT.resolve("rules"));
    private static final Detector DETECTOR = new Detector(RULES);
    private static final Assembler ASSEMBLER = new Assembler(Definitions.load(ROOT.resolve("rules/chains")));

    private final Path folder;
    private final Path logs;
    private final JsonNode scenario;
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Reading> readings = new HashMap<>();
    private final Map<Event, Detector.Examined> examined = new HashMap<>();

    /** One line and where it stands. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Line(String source, String connector, long offset, byte[] bytes) {
        boolean tellsAddresses() {
            return connector.equals("dnsmasq");
        }
    }

    private ScenarioLines(Path folder) throws IOException {
        this.folder = folder;
        logs = folder.resolve("logs");
        scenario = new YAMLMapper().readTree(folder.resolve("scenario.yml").toFile());
        for (JsonNode source : scenario.get("sources")) {
            read(source(source), source.get("connector").asText(), Files.readAllBytes(folder.resolve(file(source))));
        }
    }

    static ScenarioLines of(String name) {
        return in(ROOT.resolve("scenarios").resolve(name));
    }

    static ScenarioLines in(Path folder) {
        try {
            return new ScenarioLines(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String source, String connector, byte[] all) {
        int start = 0;
        for (int i = 0; i <= all.length; i++) {
            if (i == all.length || all[i] == '\n') {
                if (i > start) {
                    lines.add(new Line(source, connector, start, Arrays.copyOfRange(all, start, i)));
                }
                start = i + 1;
            }
        }
    }

    List<Line> all() {
        return List.copyOf(lines);
    }

    /** With the folder's own indicators, where it has some. */
    Findings investigated(Path out) {
        try {
            return new Investigation(CONNECTORS, detector(), office(), ASSEMBLER)
                    .run(Request.of(List.of(logs), out).withZone(new Choice<>(zone(), "option")), Progress.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Detector detector() {
        Path indicators = folder.resolve("indicators.csv");
        return Files.exists(indicators)
                ? new Detector(
                        RULES,
                        Indicators.of(IndicatorFiles.load(List.of(indicators)).indicators()))
                : DETECTOR;
    }

    /** Files that another connector read than the scenario names, and lines that none could. */
    List<String> misread(Findings findings) {
        Map<String, String> named = new HashMap<>();
        scenario.get("sources")
                .forEach(s -> named.put(source(s), s.get("connector").asText()));
        List<String> misread = new ArrayList<>();
        for (Map<String, Object> row : findings.inputs()) {
            String path = String.valueOf(row.get("path"));
            String expected = named.remove(path);
            if (!String.valueOf(expected).equals(String.valueOf(row.get("connector")))) {
                misread.add(path + " was read as " + row.get("connector") + ", not " + expected);
            }
        }
        named.keySet().forEach(path -> misread.add(path + " was not read"));
        long rejects = findings.totals().getOrDefault("rejects", 0L);
        if (rejects > 0) {
            misread.add(rejects + " lines could not be read");
        }
        return misread;
    }

    /** Reading is a function of the record alone, judging of the event; they cost most: each is done once for all walks. */
    Function<RawRecord, Reading> reader() {
        Map<String, SourceReader.Source> sources = new HashMap<>();
        for (JsonNode source : scenario.get("sources")) {
            var asOf = OffsetDateTime.parse(source.get("as-of").asText()).toInstant();
            sources.put(source(source), new SourceReader.Source(zone(), StandardCharsets.UTF_8, Optional.of(asOf)));
        }
        SourceReader reader = new SourceReader(CONNECTORS, sources, zone());
        return raw -> readings.computeIfAbsent(raw.id(), id -> reader.apply(raw));
    }

    Examiner examiner() {
        Detector own = detector();
        return new Examiner() {
            @Override
            public Detector.Examined examined(Event event) {
                return examined.computeIfAbsent(event, own::examined);
            }

            @Override
            public Correlated correlated() {
                return own.correlated();
            }
        };
    }

    Assembler assembler() {
        return ASSEMBLER;
    }

    Office office() {
        JsonNode office = scenario.get("office");
        return new Office(
                texts(office.get("networks")).stream().map(Cidr::of).toList(),
                texts(office.get("domains")),
                texts(office.get("shared")));
    }

    private ZoneId zone() {
        return ZoneId.of(scenario.get("timezone").asText());
    }

    private static String source(JsonNode source) {
        return Path.of("logs").relativize(Path.of(file(source))).toString();
    }

    private static String file(JsonNode source) {
        return source.get("file").asText();
    }

    private static Set<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }
}
