package io.tadoru.connector;

import io.tadoru.event.RawRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the connector of unknown lines: the one that knows and reads most of them; those that read anything come last. */
record Recogniser(List<Connector> connectors) {
    private static final int LINES = 50;
    private static final ReadSettings SETTINGS =
            new ReadSettings(ZoneOffset.UTC, StandardCharsets.UTF_8, Instant.parse("2030-01-01T00:00:00Z"));

    private record Candidate(Connector connector, double share) {}

    Optional<Recognition> recognise(List<String> firstLines) {
        List<String> lines =
                firstLines.stream().filter(line -> !line.isBlank()).limit(LINES).toList();
        return connectors.stream()
                .map(connector -> new Candidate(connector, share(connector, lines)))
                .filter(candidate -> candidate.share > 0)
                .min(Comparator.comparing((Candidate c) -> c.connector.plan().fallback())
                        .thenComparing(Candidate::share, Comparator.reverseOrder())
                        .thenComparing(c -> c.connector.id()))
                .map(best -> new Recognition(best.connector.id(), best.share));
    }

    private static double share(Connector connector, List<String> lines) {
        long read = lines.stream().filter(line -> reads(connector, line)).count();
        return lines.isEmpty() ? 0 : (double) read / lines.size();
    }

    private static boolean reads(Connector connector, String line) {
        if (!connector.plan().detects(line)) {
            return false;
        }
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        RawRecord raw = new RawRecord("", "", connector.id(), "", Instant.EPOCH, bytes);
        return !(connector.parse(raw, SETTINGS) instanceof Parsed.Rejected);
    }
}
