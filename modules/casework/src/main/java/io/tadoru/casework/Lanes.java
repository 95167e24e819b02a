package io.tadoru.casework;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The chain drawn as lanes, one a layer. The order is exact; long pauses are drawn short, or the minute in which it happened
 * could not be seen.
 */
final class Lanes {
    private static final double LEFT = 150;
    private static final double RIGHT = 1010;
    private static final double TOP = 64;
    private static final double LANE = 46;
    private static final int MOST_MARKS = 60;
    private static final int MOST_OTHERS = 400;

    private final CaseMaterial material;
    private final EvidenceView evidence;
    private final List<String> layers;
    private final NavigableMap<Instant, Double> axis = new TreeMap<>();

    Lanes(CaseMaterial material, EvidenceView evidence) {
        this.material = material;
        this.evidence = evidence;
        Set<String> all = new LinkedHashSet<>(ChainFields.LAYERS);
        drawn().forEach(line -> all.add(line.path("layer").asText("other")));
        this.layers = List.copyOf(all).subList(0, Math.min(all.size(), 8));
        place();
    }

    private List<JsonNode> drawn() {
        return evidence.lines().subList(0, Math.min(evidence.lines().size(), MOST_MARKS));
    }

    private void place() {
        drawn().forEach(line -> ChainFields.instant(line, "at").ifPresent(at -> axis.put(at, 0.0)));
        for (String name : List.of("infected_not_before", "infected_not_after", "quarantined_at")) {
            ChainFields.instant(material.chain(), name).ifPresent(at -> axis.put(at, 0.0));
        }
        double sum = 0;
        Instant before = null;
        for (Map.Entry<Instant, Double> point : axis.entrySet()) {
            sum += before == null ? 0 : width(Duration.between(before, point.getKey()));
            point.setValue(sum);
            before = point.getKey();
        }
        double scale = sum == 0 ? 0 : (RIGHT - LEFT - 40) / sum;
        axis.replaceAll((at, x) -> LEFT + 20 + x * scale);
    }

    private static double width(Duration pause) {
        return 1 + Math.log10(1 + pause.toMillis() / 1000.0);
    }

    Map<String, Object> view() {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("any", !axis.isEmpty());
        view.put("height", number(TOP + LANE * layers.size() + 16));
        view.put("lanes", lanes());
        view.put("marks", marks());
        view.put("others", others());
        view.put("ticks", ticks());
        view.put("spans", span().map(List::of).orElse(List.of()));
        view.put("drawnCut", evidence.lines().size() > MOST_MARKS);
        return view;
    }

    private List<Map<String, Object>> lanes() {
        List<Map<String, Object>> lanes = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            String layer = layers.get(i);
            lanes.add(Map.of(
                    "y", number(TOP + LANE * i),
                    "text", number(TOP + LANE * i + 20),
                    "word", number(TOP + LANE * i + 36),
                    "name", Wording.layer(Escape.terminal(layer)),
                    "verdict",
                            Escape.terminal(
                                    material.layer(layer).path("verdict").asText()),
                    "shade", i % 2 == 0 ? "even" : "odd"));
        }
        return lanes;
    }

    private List<Map<String, Object>> marks() {
        List<Map<String, Object>> marks = new ArrayList<>();
        for (JsonNode line : drawn()) {
            ChainFields.instant(line, "at").ifPresent(at -> marks.add(mark(line, at)));
        }
        return marks;
    }

    private Map<String, Object> mark(JsonNode line, Instant at) {
        double y = y(line);
        return Map.of(
                "x",
                number(x(at)),
                "y",
                number(y),
                "text",
                number(y + 4),
                "n",
                evidence.number(line.path("hash").asText()),
                "kind",
                kind(line),
                "title",
                Wording.time(at) + " UTC " + Escape.terminal(Timesketch.message(line)));
    }

    private static String kind(JsonNode line) {
        return switch (line.path("verdict").asText()) {
            case "quarantined", "blocked", "cleaned" -> "held";
            case "detected", "failed" -> "found";
            case "passed" -> "passed";
            default -> "seen";
        };
    }

    private List<Map<String, Object>> others() {
        return material.events().stream()
                .filter(line -> !line.path("evidence").asBoolean()
                        && layers.contains(line.path("layer").asText()))
                .limit(MOST_OTHERS)
                .flatMap(line -> ChainFields.instant(line, "at").stream()
                        .map(at -> Map.<String, Object>of("x", number(x(at)), "y", number(y(line) - 5))))
                .toList();
    }

    private double y(JsonNode line) {
        return TOP + LANE * Math.max(0, layers.indexOf(line.path("layer").asText("other"))) + LANE / 2;
    }

    private double x(Instant at) {
        Map.Entry<Instant, Double> below = axis.floorEntry(at);
        Map.Entry<Instant, Double> above = axis.ceilingEntry(at);
        if (below == null || above == null) {
            return below == null ? LEFT + 6 : RIGHT - 6;
        }
        double whole = Duration.between(below.getKey(), above.getKey()).toMillis();
        double part = Duration.between(below.getKey(), at).toMillis();
        return below.getValue() + (whole == 0 ? 0 : part / whole * (above.getValue() - below.getValue()));
    }

    /** Times where there is room to write them. */
    private List<Map<String, Object>> ticks() {
        List<Map<String, Object>> ticks = new ArrayList<>();
        double free = 0;
        for (Map.Entry<Instant, Double> point : axis.entrySet()) {
            boolean first = ticks.isEmpty();
            if (first || point.getValue() >= free) {
                String time = Wording.time(point.getKey());
                ticks.add(Map.of(
                        "x", number(point.getValue()),
                        "bottom", number(TOP + LANE * layers.size()),
                        "time", time.substring(11, Math.min(19, time.length())),
                        "day", first ? time.substring(0, 10) : ""));
                free = point.getValue() + 62;
            }
        }
        return ticks;
    }

    private Optional<Map<String, Object>> span() {
        Optional<Instant> from = ChainFields.instant(material.chain(), "infected_not_before")
                .or(() -> ChainFields.instant(material.chain(), "infected_not_after"));
        Optional<Instant> to = ChainFields.instant(material.chain(), "quarantined_at");
        if (from.isEmpty() || to.isEmpty() || to.get().isBefore(from.get())) {
            return Optional.empty();
        }
        double left = x(from.get());
        double right = x(to.get());
        return Optional.of(Map.of(
                "x", number(left),
                "width", number(Math.max(2, right - left)),
                "middle", number((left + right) / 2),
                "height", number(LANE * layers.size()),
                "text", TimelineView.toQuarantine(material.chain())));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
