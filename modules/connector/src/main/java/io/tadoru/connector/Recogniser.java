package io.tadoru.connector;

import io.tadoru.event.RawRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the connector of unknown lines: the one that knows and reads most of them; those that read anything come last. */
record Recogniser(List<Connector> connectors) {
    private static final int LINES = 200;
    private static final int RECORDS = 50;
    private static final double FEW = 0.5;

    private record Candidate(Connector connector, double share) {}

    Optional<Recognition> recognise(List<String> firstLines) {
        List<String> lines =
                firstLines.stream().filter(line -> !line.isBlank()).limit(LINES).toList();
        List<Candidate> candidates = connectors.stream()
                .map(connector -> new Candidate(connector, share(connector, lines)))
                .filter(candidate -> candidate.share > 0)
                .sorted(Comparator.comparingInt(Recogniser::isLast)
                        .thenComparing(Candidate::share, Comparator.reverseOrder())
                        .thenComparing(c -> c.connector.id()))
                .toList();
        return candidates.stream().findFirst().map(best -> recognition(best, candidates));
    }

    /** Who reads lines of any kind comes after all who know most of them, and before those who know a few. */
    private static int isLast(Candidate candidate) {
        return candidate.connector.readsAnyKind() ? 1 : candidate.share > FEW ? 0 : 2;
    }

    private static Recognition recognition(Candidate best, List<Candidate> all) {
        List<String> rivals = all.stream()
                .filter(c -> !c.equals(best) && c.share == best.share)
                .filter(c -> c.connector.readsAnyKind() == best.connector.readsAnyKind())
                .map(c -> c.connector.id())
                .toList();
        return new Recognition(best.connector.id(), best.share, rivals);
    }

    private static double share(Connector connector, List<String> lines) {
        List<Framer.Framed> all = records(connector, lines);
        // a header belongs to whoever reads what it is about
        List<Framer.Framed> records = all.stream()
                .filter(record -> !connector.plan().framing().heads(text(record)))
                .toList();
        List<Framer.Framed> asked =
                (records.isEmpty() ? all : records).stream().limit(RECORDS).toList();
        long read = asked.stream().filter(record -> reads(connector, record)).count();
        return asked.isEmpty() ? 0 : (double) read / asked.size();
    }

    private static List<Framer.Framed> records(Connector connector, List<String> lines) {
        Framer framer = new Framer(connector, StandardCharsets.UTF_8);
        List<Framer.Framed> records = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            records.addAll(framer.line(i, lines.get(i).getBytes(StandardCharsets.UTF_8)));
        }
        records.addAll(framer.end());
        return records;
    }

    private static String text(Framer.Framed record) {
        return new String(record.bytes(), StandardCharsets.UTF_8);
    }

    private static boolean reads(Connector connector, Framer.Framed record) {
        String text = text(record);
        if (!connector.plan().detects(text) && !connector.plan().detects(record.context())) {
            return false;
        }
        RawRecord raw = new RawRecord("", "", connector.id(), "", Instant.EPOCH, record.bytes(), record.context());
        return !(connector.parse(raw, ReadSettings.USUAL) instanceof Parsed.Rejected);
    }
}
