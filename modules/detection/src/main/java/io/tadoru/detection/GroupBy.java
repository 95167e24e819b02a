package io.tadoru.detection;

import io.tadoru.detection.Correlation.Base;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What all events of a result have in common, and where each rule's events hold it. */
final class GroupBy {
    private final KnownRules known;
    private final List<Doc> fields;
    /** For an alias: the field of each rule that it names. */
    private final Map<String, Map<String, Doc>> aliases = new HashMap<>();

    GroupBy(Doc correlation, KnownRules known) {
        this.known = known;
        this.fields = correlation.child("group-by").map(Doc::items).orElse(List.of());
        correlation
                .child("aliases")
                .map(Doc::map)
                .orElse(Map.of())
                .forEach((name, rules) -> aliases.put(name, rules.map()));
    }

    int size() {
        return fields.size();
    }

    /** The rule as it feeds the correlation, with the group's fields. */
    Base base(Doc rule, long stages, boolean until, List<Doc> values) {
        return base(rule, stages, until, fields, values);
    }

    /** The same, with fields of its own instead, as many as the group has. */
    Base base(Doc rule, long stages, boolean until, Optional<Doc> by) {
        List<Doc> own = by.map(Doc::items).orElse(fields);
        if (own.size() != fields.size()) {
            throw rule.error("has " + own.size() + " key fields, the correlation's group-by has " + fields.size());
        }
        return base(rule, stages, until, own, List.of());
    }

    private Base base(Doc rule, long stages, boolean until, List<Doc> by, List<Doc> values) {
        Optional<Rule> found = known.rule(rule.text());
        if (found.isPresent()) {
            FieldNames names = found.get().names();
            return new Base(
                    found.get().ref().id(),
                    stages,
                    until,
                    by.stream().map(field -> ecs(field, rule, names)).toList(),
                    List.of(),
                    values.stream().map(field -> ecs(field, rule, names)).toList());
        }
        return ofCorrelation(rule, stages, until, by, values);
    }

    private List<String> ecs(Doc field, Doc rule, FieldNames names) {
        Doc aliased = aliases.getOrDefault(field.text(), Map.of()).get(rule.text());
        if (aliased == null && aliases.containsKey(field.text())) {
            throw field.error("alias '" + field.text() + "' names no field of rule '" + rule.text() + "'");
        }
        Doc meant = aliased == null ? field : aliased;
        return names.of(meant.text(), meant);
    }

    private Base ofCorrelation(Doc rule, long stages, boolean until, List<Doc> by, List<Doc> values) {
        KnownRules.Grouped inner = known.correlation(rule.text())
                .orElseThrow(() -> rule.error("there is no rule or correlation '" + rule.text() + "'"));
        if (!values.isEmpty()) {
            throw values.getFirst()
                    .unsupported("values of another correlation's results: they have its group's values only");
        }
        List<Integer> places = new ArrayList<>();
        for (Doc field : by) {
            Doc aliased = aliases.getOrDefault(field.text(), Map.of()).get(rule.text());
            String name = aliased == null ? field.text() : aliased.text();
            int place = inner.groupBy().indexOf(name);
            if (place < 0) {
                throw field.error("correlation '" + rule.text() + "' is not grouped by '" + name + "'");
            }
            places.add(place);
        }
        return new Base(inner.correlation().ref().id(), stages, until, List.of(), places, List.of());
    }
}
