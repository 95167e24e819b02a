package io.tadoru.simulator.score;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** How well chains agree with the truth of an office: figures, and each fault in words. */
public final class Score {
    private static final Duration NARROW = Duration.ofMinutes(2);
    /** What two devices' clocks may differ by without anybody noticing. */
    private static final Duration CLOCKS = Duration.ofSeconds(2);

    private static final int FIRST_OF_A_DAY = 3;

    private final Truth truth;
    private final List<Told> told;
    private final Matching matching;
    private final List<Measure> measures = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private Score(Truth truth, List<Told> told) {
        this.truth = truth;
        this.told = told;
        this.matching = Matching.of(truth, told);
    }

    /**
     * Measures the chains of a file, one document a line, against the truth in another.
     *
     * @throws IOException when one of them cannot be read
     */
    public static Score of(Path truth, Path chains) throws IOException {
        Score score = new Score(Truth.read(truth), Told.read(chains));
        score.measure();
        return score;
    }

    public List<Measure> measures() {
        return List.copyOf(measures);
    }

    /** In words, each with the incident or chain it is about. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    private void measure() {
        found();
        invented();
        each("host attribution", 1, "host", (i, t) -> i.isOn(t.host()));
        each(
                "status",
                0.98,
                "status",
                (i, t) -> i.status() == null || i.status().contains(t.status()));
        infections();
        each(
                "quarantine time",
                1,
                "quarantined_at",
                (i, t) -> Optional.ofNullable(i.quarantined_at()).equals(Optional.ofNullable(t.quarantinedAt())));
        lines();
        layers();
        numbers();
        firstOfTheirDay();
    }

    private void found() {
        List<Truth.Incident> missed = truth.incidents().stream()
                .filter(i -> matching.main(i).isEmpty())
                .toList();
        missed.forEach(i -> faults.add("missed: " + name(i)));
        measures.add(Measure.ratio(
                "recall",
                truth.incidents().size() - missed.size(),
                truth.incidents().size(),
                1));
    }

    /** A stopped chain alarms nobody; what is expected noise may be told softly. */
    private void invented() {
        Set<String> noise = new HashSet<>();
        truth.noise().forEach(n -> noise.addAll(n.lines()));
        List<Told> said = told.stream().filter(t -> !t.stopped()).toList();
        List<Told> wrong = matching.invented().stream()
                .filter(t -> !t.stopped())
                .filter(t -> t.alarms() || t.lines().stream().noneMatch(noise::contains))
                .toList();
        wrong.forEach(t -> faults.add("invented: " + name(t)));
        measures.add(Measure.ratio("precision", said.size() - wrong.size(), said.size(), 1));
    }

    private void each(String name, double wanted, String what, BiPredicate<Truth.Incident, Told> right) {
        long all = 0;
        long good = 0;
        for (Truth.Incident i : truth.incidents()) {
            Optional<Told> chain = matching.main(i).filter(t -> !i.undecidable(what));
            if (chain.isPresent()) {
                all++;
                if (right.test(i, chain.get())) {
                    good++;
                } else {
                    faults.add(name + ": " + name(i) + ", but told: " + name(chain.get()));
                }
            }
        }
        measures.add(Measure.ratio(name, good, all, wanted));
    }

    private void infections() {
        each(
                "infection range holds the truth",
                0.95,
                "infected",
                (i, t) -> i.infectedAt().map(at -> t.bounds(at, CLOCKS)).orElse(t.notAfter() == null || !i.real()));
        each(
                "infection range narrow",
                0.95,
                "infected",
                (i, t) -> i.infected() == null
                        || !i.infected().decidable()
                        || t.width().filter(w -> w.compareTo(NARROW) <= 0).isPresent());
    }

    private void lines() {
        long wanted = 0;
        long found = 0;
        long shown = 0;
        long fitting = 0;
        for (Truth.Incident i : truth.incidents()) {
            Set<String> lines = new HashSet<>();
            matching.chains().getOrDefault(i, List.of()).forEach(t -> lines.addAll(t.lines()));
            if (lines.isEmpty()) {
                continue; // told as missed
            }
            Set<String> own = new HashSet<>(i.evidence());
            long here = own.stream().filter(lines::contains).count();
            wanted += own.size();
            found += here;
            own.addAll(i.allowedLines());
            long fit = lines.stream().filter(own::contains).count();
            shown += lines.size();
            fitting += fit;
            if (here < i.evidence().size() || fit < lines.size()) {
                faults.add("evidence: " + name(i) + ": " + here + " of "
                        + i.evidence().size() + " lines found, " + (lines.size() - fit) + " of " + lines.size()
                        + " do not belong");
            }
        }
        measures.add(Measure.ratio("evidence recall", found, wanted, 0.97));
        measures.add(Measure.ratio("evidence precision", fitting, shown, 0.90));
    }

    private void layers() {
        long all = 0;
        long good = 0;
        for (Truth.Incident i : truth.incidents()) {
            Map<String, Truth.Words> words = i.layers() == null ? Map.of() : i.layers();
            Optional<Told> chain = matching.main(i);
            if (chain.isEmpty()) {
                continue;
            }
            for (Map.Entry<String, Truth.Words> layer : words.entrySet()) {
                String said = chain.get().layers().getOrDefault(layer.getKey(), "");
                all++;
                if (layer.getValue().any().contains(said)) {
                    good++;
                } else {
                    faults.add("layer " + layer.getKey() + ": " + name(i) + ": "
                            + layer.getValue().any() + ", told: " + said);
                }
            }
        }
        measures.add(Measure.ratio("layer verdicts", good, all, 0.95));
    }

    private void numbers() {
        List<List<Told>> real = matching.chains().entrySet().stream()
                .filter(e -> e.getKey().real())
                .map(e -> e.getValue().stream().filter(t -> !t.stopped()).toList())
                .filter(l -> !l.isEmpty())
                .toList();
        double chains = real.stream().mapToInt(List::size).sum();
        measures.add(
                Measure.atMost("chains per incident", real.isEmpty() ? 1 : chains / real.size(), 1.2, real.size()));
        matching.chains()
                .forEach((i, list) -> list.stream()
                        .filter(t -> i.real() && !t.stopped())
                        .skip(1)
                        .forEach(t -> faults.add("one more chain: " + name(i) + ", told: " + name(t))));
        double hostDays = (double) truth.office().hosts() * truth.office().days();
        long stopped = told.stream().filter(Told::stopped).count();
        measures.add(Measure.atMost("stopped chains per 100 hosts and day", stopped * 100 / hostDays, 5, stopped));
        List<Told> needless =
                told.stream().filter(Told::alarms).filter(t -> !wanted(t)).toList();
        needless.forEach(t -> faults.add("told needlessly: " + name(t)));
        measures.add(Measure.atMost(
                "needless notifications per 1,000 hosts and day",
                needless.size() * 1000 / hostDays,
                2,
                needless.size()));
    }

    private boolean wanted(Told chain) {
        return matching.chains().entrySet().stream()
                .anyMatch(e -> e.getKey().alarming() && e.getValue().contains(chain));
    }

    /** Among what is told of a day, the worst first, no more than two needless ones stand before a real infection. */
    private void firstOfTheirDay() {
        Map<LocalDate, List<Told>> days = new LinkedHashMap<>();
        told.stream()
                .sorted(WORST)
                .forEach(t -> days.computeIfAbsent(day(t.first()), d -> new ArrayList<>())
                        .add(t));
        long all = 0;
        long good = 0;
        for (Truth.Incident i : truth.incidents()) {
            Optional<Told> chain = matching.main(i).filter(t -> i.real() && i.alarming());
            if (chain.isPresent()) {
                all++;
                long before = days.getOrDefault(day(chain.get().first()), List.of()).stream()
                        .takeWhile(t -> !t.equals(chain.get()))
                        .filter(t -> !wanted(t))
                        .count();
                good += before < FIRST_OF_A_DAY ? 1 : 0;
            }
        }
        measures.add(Measure.ratio("real ones first of their day", good, all, 1));
    }

    private static final List<String> SEVERITIES = List.of("critical", "high", "medium", "low", "informational");
    private static final Comparator<Told> WORST = Comparator.comparing(Told::stopped)
            .thenComparingInt(t -> SEVERITIES.indexOf(t.severity()))
            .thenComparing(Told::first)
            .thenComparing(Told::id);

    private static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static String name(Truth.Incident i) {
        return i.id() + " " + i.kind() + " on " + i.host() + " " + (i.status() == null ? "" : i.status())
                + i.infectedAt().map(at -> " at " + at).orElse("");
    }

    private static String name(Told t) {
        return t.caseNumber() + " " + t.definition() + " on " + t.host() + " " + t.status() + " " + t.severity() + ", "
                + t.lines().size() + " lines, infected " + t.notBefore() + " to " + t.notAfter() + ", quarantined "
                + t.quarantinedAt();
    }
}
