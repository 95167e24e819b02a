package io.tadoru.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a correlation may be about: the rules, and the correlations read before it. */
final class KnownRules {
    private final List<Rule> rules;
    private final List<Grouped> correlations = new ArrayList<>();

    /** A correlation and the names that it is grouped by, in the order of its key. */
    record Grouped(Correlation correlation, List<String> groupBy) {}

    KnownRules(List<Rule> rules) {
        this.rules = rules;
    }

    void add(Correlation correlation, Doc doc) {
        List<String> groupBy =
                doc.need("correlation").child("group-by").map(Doc::texts).orElse(List.of());
        correlations.add(new Grouped(correlation, groupBy));
    }

    List<Correlation> correlations() {
        return correlations.stream().map(Grouped::correlation).toList();
    }

    Optional<Rule> rule(String idOrName) {
        return rules.stream().filter(r -> r.isCalled(idOrName)).findFirst();
    }

    Optional<Grouped> correlation(String idOrName) {
        return correlations.stream()
                .filter(c -> c.correlation().isCalled(idOrName))
                .findFirst();
    }
}
