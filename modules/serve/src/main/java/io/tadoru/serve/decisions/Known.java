package io.tadoru.serve.decisions;

import io.tadoru.chain.Decision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/** The topic's newest decisions in memory, bounded; of entries that allow, the one that holds. */
final class Known {
    private static final int CASES = 10_000;
    private static final int OF_A_CASE = 200;
    private static final int ALLOWS = 10_000;

    /** As assembly has it: by their own time, then by id. */
    private static final Comparator<Decision> ORDER =
            Comparator.comparing(Decision::at).thenComparing(Decision::id);

    private final Map<String, Decision> allows = new LinkedHashMap<>();
    private final Map<String, Map<String, Decision>> cases = new LinkedHashMap<>();

    /** The same one twice counts once. */
    synchronized void add(Decision decision) {
        if (decision.kind() == Decision.Kind.ALLOW) {
            allows.merge(decision.caseNumber(), decision, BinaryOperator.maxBy(ORDER));
            shorten(allows, ALLOWS);
        } else {
            Map<String, Decision> own = cases.computeIfAbsent(decision.caseNumber(), c -> new LinkedHashMap<>());
            own.put(decision.id(), decision);
            shorten(own, OF_A_CASE);
            shorten(cases, CASES);
        }
    }

    private static void shorten(Map<String, ?> map, int most) {
        if (map.size() > most) {
            map.remove(map.keySet().iterator().next());
        }
    }

    /** The newest first. */
    synchronized List<Decision> allows() {
        return allows.values().stream()
                .sorted(Comparator.comparing(Decision::at).reversed())
                .toList();
    }

    /** In their order. */
    synchronized List<Decision> of(Collection<String> caseNumbers) {
        List<Decision> all = new ArrayList<>();
        caseNumbers.forEach(c -> all.addAll(cases.getOrDefault(c, Map.of()).values()));
        return all;
    }
}
