package io.tadoru.simulator.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which chain tells of which incident: the one with which it shares most lines, on the same host before another.
 *
 * @param chains of each incident, the fullest first; stopped ones only for what was refused
 * @param invented chains that share no line with any
 */
record Matching(Map<Truth.Incident, List<Told>> chains, List<Told> invented) {
    static Matching of(Truth truth, List<Told> told) {
        Map<String, List<Truth.Incident>> byLine = new HashMap<>();
        truth.incidents()
                .forEach(i -> i.evidence()
                        .forEach(h -> byLine.computeIfAbsent(h, k -> new ArrayList<>())
                                .add(i)));
        Map<Truth.Incident, List<Told>> chains = new LinkedHashMap<>();
        truth.incidents().forEach(i -> chains.put(i, new ArrayList<>()));
        List<Told> invented = new ArrayList<>();
        for (Told chain : told) {
            Optional<Truth.Incident> best = best(chain, byLine);
            best.map(chains::get).orElse(invented).add(chain);
        }
        chains.forEach((incident, list) -> list.sort(fullest(incident)));
        return new Matching(chains, invented);
    }

    private static Optional<Truth.Incident> best(Told chain, Map<String, List<Truth.Incident>> byLine) {
        Map<Truth.Incident, Integer> shared = new LinkedHashMap<>();
        chain.lines().forEach(h -> byLine.getOrDefault(h, List.of()).forEach(i -> shared.merge(i, 1, Integer::sum)));
        return shared.entrySet().stream()
                .max(Comparator.comparing((Map.Entry<Truth.Incident, Integer> e) ->
                                e.getKey().isOn(chain.host()))
                        .thenComparing(Map.Entry::getValue)
                        .thenComparing(e -> e.getKey().id()))
                .map(Map.Entry::getKey);
    }

    private static Comparator<Told> fullest(Truth.Incident incident) {
        return Comparator.comparing((Told t) -> incident.real() && t.stopped())
                .thenComparing(t -> !incident.isOn(t.host()))
                .thenComparingInt(t -> -shared(incident, t))
                .thenComparing(Told::id);
    }

    static int shared(Truth.Incident incident, Told chain) {
        Set<String> lines = new HashSet<>(incident.evidence());
        lines.retainAll(chain.lines());
        return lines.size();
    }

    /** The chain that tells of it best; a real one is not told by a stopped chain. */
    Optional<Told> main(Truth.Incident incident) {
        return chains.getOrDefault(incident, List.of()).stream()
                .filter(t -> !incident.real() || !t.stopped())
                .findFirst();
    }
}
