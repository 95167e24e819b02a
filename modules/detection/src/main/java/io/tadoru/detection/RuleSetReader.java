package io.tadoru.detection;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads many files of rules and filters; what one of them has wrong costs that one alone. */
final class RuleSetReader {
    private final RuleReader reader;
    private final List<Rule> rules = new ArrayList<>();
    private final List<Correlating> correlations = new ArrayList<>();
    private final List<Filter> filters = new ArrayList<>();
    private final List<RuleException> refused = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Map<String, Path> seen = new HashMap<>();

    /** A correlation that waits for the rules that it is about. */
    private record Correlating(Doc doc, String version) {}

    RuleSetReader(Pipeline pipeline) {
        this.reader = new RuleReader(pipeline);
    }

    RuleSet read(Map<Path, String> texts) {
        texts.forEach((file, text) -> tried(() -> {
            List<Doc> docs = Doc.all(file, text);
            if (docs.isEmpty()) {
                throw new RuleException(file, 0, "is empty");
            }
            docs.forEach(doc -> tried(() -> read(doc, text)));
        }));
        filters.forEach(this::apply);
        return new RuleSet(rules, correlated(), refused, warnings);
    }

    private void tried(Runnable reading) {
        try {
            reading.run();
        } catch (RuleException e) {
            refused.add(e);
        }
    }

    private void read(Doc doc, String text) {
        if (!doc.isMap()) {
            throw doc.error("expected a rule");
        }
        if (doc.child("filter").isPresent()) {
            filters.add(Filter.read(doc, RuleReader.version(text)));
        } else if (doc.child("correlation").isPresent()) {
            correlations.add(new Correlating(doc, RuleReader.version(text)));
        } else {
            add(
                    reader.read(doc, RuleReader.version(text)),
                    reader.pipeline().route(doc.need("logsource")).staged());
        }
    }

    private void add(Rule rule, boolean staged) {
        unique(rule.ref(), rule.file());
        rules.add(rule);
        Warnings.of(rule, staged).forEach(warning -> warnings.add(rule.file() + ": " + warning));
    }

    /** Some are about others: those come first, in whatever order the files have them. */
    private List<Correlation> correlated() {
        KnownRules known = new KnownRules(rules);
        List<Correlating> waiting = new ArrayList<>(correlations);
        for (int before = waiting.size() + 1; waiting.size() < before; ) {
            before = waiting.size();
            waiting.removeIf(one -> isAdded(one, known, false));
        }
        waiting.forEach(one -> tried(() -> isAdded(one, known, true)));
        return known.correlations();
    }

    private boolean isAdded(Correlating one, KnownRules known, boolean last) {
        try {
            Correlation read = CorrelationReader.read(one.doc(), one.version(), known);
            unique(read.ref(), one.doc().file());
            known.add(read, one.doc());
            return true;
        } catch (RuleException e) {
            if (last) {
                throw e;
            }
            return false;
        }
    }

    private void unique(RuleRef ref, Path file) {
        Path earlier = seen.putIfAbsent(ref.id(), file);
        if (earlier != null) {
            throw new RuleException(file, 0, "has the id of " + earlier);
        }
    }

    private void apply(Filter filter) {
        tried(() -> {
            Optional<String> unknown = filter.unknown(rules);
            if (unknown.isPresent()) {
                throw filter.doc().error("filters a rule that there is not: " + unknown.get());
            }
            rules.replaceAll(rule -> filter.isFor(rule) ? filter.narrow(rule) : rule);
        });
    }
}
