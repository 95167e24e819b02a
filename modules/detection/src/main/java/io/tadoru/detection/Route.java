package io.tadoru.detection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which events a rule's {@code logsource} means.
 *
 * @param keys product, category, service
 * @param staged the events' verdict always decides the stage, so a rule needs no tactic
 */
record Route(Map<String, String> keys, Expression when, FieldNames names, boolean staged) {
    private static final List<String> KEYS = List.of("product", "category", "service");

    static Route read(Doc entry, FieldNames common) {
        FieldNames names = common.with(FieldNames.read(entry, Map.of()));
        Expression when = new SelectionCompiler(names.own()).compile(entry.need("when"));
        boolean staged =
                entry.child("stage").filter(s -> s.text().equals("verdict")).isPresent();
        return new Route(keys(entry.need("logsource")), when, names, staged);
    }

    /** What it says of the three that decide; anything else there is for readers. */
    static Map<String, String> keys(Doc logsource) {
        Map<String, String> keys = new HashMap<>();
        logsource.map().forEach((key, value) -> {
            if (KEYS.contains(key)) {
                keys.put(key, value.text());
            }
        });
        return Map.copyOf(keys);
    }

    /** What a rule does not say may be anything. */
    boolean serves(Map<String, String> asked) {
        return fits(asked, keys);
    }

    /** Whether a rule for the one logsource is for events of the other. */
    static boolean fits(Map<String, String> asked, Map<String, String> given) {
        return asked.entrySet().stream().allMatch(e -> e.getValue().equalsIgnoreCase(given.get(e.getKey())));
    }
}
