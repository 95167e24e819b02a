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

    static Route read(Doc entry, FieldNames common) {
        FieldNames names = common.with(entry.child("fields")
                .map(f -> FieldNames.read(f, Map.of()))
                .orElse(new FieldNames(Map.of(), Map.of())));
        Expression when = new SelectionCompiler(names).compile(entry.need("when"));
        boolean staged =
                entry.child("stage").filter(s -> s.text().equals("verdict")).isPresent();
        return new Route(keys(entry.need("logsource")), when, names, staged);
    }

    static Map<String, String> keys(Doc logsource) {
        Map<String, String> keys = new HashMap<>();
        logsource.map().forEach((key, value) -> {
            if (List.of("product", "category", "service").contains(key)) {
                keys.put(key, value.text());
            } else if (!key.equals("definition")) {
                throw value.error("logsource has no '" + key + "'");
            }
        });
        return Map.copyOf(keys);
    }

    /** What a rule does not say may be anything. */
    boolean serves(Map<String, String> asked) {
        return asked.entrySet().stream().allMatch(e -> e.getValue().equals(keys.get(e.getKey())));
    }
}
