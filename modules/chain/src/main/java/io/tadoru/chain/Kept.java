package io.tadoru.chain;

import io.tadoru.event.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which lines a chain's document keeps when it has too many: what was noticed, what bounds the infection, the first of each
 * rule, and then the surest links. A noisy host must not push its own quarantine out.
 */
final class Kept {
    static final int LINES = 120;
    /** Encoded, in bytes; the rest of a document adds some kilobytes and it must stay below {@code Limits.CHAIN_BYTES}. */
    static final int BYTES = 400 * 1024;

    private Kept() {}

    /** The lines to keep, in the order given, which is that of time. */
    static List<Evidence> of(List<Evidence> evidence, Range infected) {
        Map<Evidence, Integer> ranks = ranks(evidence, infected);
        List<Evidence> best = new ArrayList<>(evidence);
        best.sort(Comparator.comparingInt(e -> ranks.getOrDefault(e, Integer.MAX_VALUE)));
        Set<Evidence> kept = new HashSet<>();
        int bytes = 0;
        for (Evidence e : best.subList(0, Math.min(LINES, best.size()))) {
            bytes += Json.bytes(e.document()).length;
            if (bytes > BYTES) {
                break;
            }
            kept.add(e);
        }
        return evidence.stream().filter(kept::contains).toList();
    }

    private static Map<Evidence, Integer> ranks(List<Evidence> evidence, Range infected) {
        Map<Evidence, Integer> ranks = new HashMap<>();
        Set<String> rules = new HashSet<>();
        for (Evidence e : evidence) {
            boolean firstOfRule =
                    rules.add(e.mark().rule().id() + "|" + e.mark().verdict());
            ranks.put(e, rank(e, infected, firstOfRule));
        }
        return ranks;
    }

    private static int rank(Evidence e, Range infected, boolean firstOfRule) {
        String hash = e.mark().eventHash();
        Grade grade = e.grade();
        if (grade == null) {
            return 0;
        }
        if (hash.equals(infected.notBeforeBy()) || hash.equals(infected.notAfterBy())) {
            return 1;
        }
        if (firstOfRule) {
            return 2;
        }
        return switch (grade) {
            case RECORDED_CAUSE -> 3;
            case SAME_ARTIFACT -> 4;
            case SAME_HOST_AND_TIME -> 5;
        };
    }
}
