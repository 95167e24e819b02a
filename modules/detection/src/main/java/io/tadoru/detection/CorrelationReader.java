package io.tadoru.detection;

import io.tadoru.detection.Correlation.Base;
import io.tadoru.detection.sequence.Definition;
import io.tadoru.detection.sequence.Sequence;
import io.tadoru.detection.sequence.Stage.Kind;
import io.tadoru.detection.sequence.Window;
import io.tadoru.detection.sequence.Window.Comparison;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a Sigma correlation (specification 2.1, correlation rules) and Tadoru's own {@code type: sequence}, over rules and
 * correlations that are there already.
 */
final class CorrelationReader {
    private final Doc doc;
    private final Doc body;
    private final Duration timespan;
    private final GroupBy groupBy;

    private CorrelationReader(Doc doc, KnownRules known) {
        this.doc = doc;
        this.body = doc.need("correlation");
        this.timespan = Timespan.of(body.need("timespan"));
        this.groupBy = new GroupBy(body, known);
    }

    static Correlation read(Doc doc, String version, KnownRules known) {
        return new CorrelationReader(doc, known).read(version);
    }

    private Correlation read(String version) {
        String title = doc.need("title").text();
        Compiled compiled = compiled();
        return new Correlation(
                new RuleRef(RuleReader.id(doc, title), title, version, RuleReader.level(doc)),
                doc.child("name").map(Doc::text).orElse(""),
                RuleReader.tactic(doc),
                RuleReader.mark(doc),
                body.child("generate").filter(g -> g.text().equals("true")).isPresent(),
                compiled.definition(),
                compiled.bases(),
                groupBy.size());
    }

    /** What is looked for, and what feeds it. */
    private record Compiled(Definition definition, List<Base> bases) {}

    private Compiled compiled() {
        Doc type = body.need("type");
        String word = type.text().toLowerCase(Locale.ROOT);
        return switch (word) {
            case "sequence" -> sequence();
            case "temporal_ordered" -> ordered();
            case "temporal" -> temporal();
            case "value_median" -> window(Window.Type.VALUE_PERCENTILE, 50);
            case "event_count", "value_count", "value_sum", "value_avg" ->
                window(Window.Type.valueOf(word.toUpperCase(Locale.ROOT)), 0);
            case "value_percentile" -> window(Window.Type.VALUE_PERCENTILE, percentile());
            default ->
                throw type.error(
                        "'" + word + "' is no type of correlation; there are event_count, value_count, temporal,"
                                + " temporal_ordered, value_sum, value_avg, value_percentile, value_median, sequence");
        };
    }

    private List<Doc> rules() {
        List<Doc> rules = body.need("rules").items();
        if (rules.isEmpty() || rules.size() > Definition.MOST_STAGES) {
            throw body.need("rules").error("names 1 to " + Definition.MOST_STAGES + " rules");
        }
        return rules;
    }

    // ---- windows

    private int percentile() {
        Doc condition = body.need("condition");
        Doc percentile = condition
                .child("percentile")
                .or(() -> body.child("percentile"))
                .orElseThrow(() -> condition.error("has no 'percentile', such as 95"));
        if (!percentile.text().matches("[0-9]{1,2}|100")) {
            throw percentile.error("'" + percentile.text() + "' is no percentile from 0 to 100");
        }
        return Integer.parseInt(percentile.text());
    }

    private Compiled window(Window.Type type, int percentile) {
        Doc condition = body.need("condition");
        List<Doc> fields = condition
                .child("field")
                .or(() -> body.child("field"))
                .map(Doc::items)
                .orElse(List.of());
        if ((type != Window.Type.EVENT_COUNT) == fields.isEmpty()) {
            throw condition.error(
                    fields.isEmpty() ? "has no 'field' to take values of" : "'field' is for counts and sums of values");
        }
        List<Doc> rules = rules();
        List<Base> bases = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            bases.add(groupBy.base(rules.get(i), 1L << i, false, fields));
        }
        return new Compiled(new Window(type, rules.size(), percentile, timespan, comparisons(condition)), bases);
    }

    private static Map<Comparison, BigDecimal> comparisons(Doc condition) {
        Map<Comparison, BigDecimal> all = new EnumMap<>(Comparison.class);
        condition.map().forEach((key, value) -> {
            if (!List.of("field", "percentile").contains(key)) {
                all.put(comparison(key, value), number(value));
            }
        });
        if (all.isEmpty()) {
            throw condition.error("compares with nothing: eq, neq, lt, lte, gt, gte");
        }
        return all;
    }

    private static Comparison comparison(String key, Doc where) {
        return Arrays.stream(Comparison.values())
                .filter(c -> c.name().equalsIgnoreCase(key))
                .findFirst()
                .orElseThrow(() -> where.error("'" + key + "' is no comparison: eq, neq, lt, lte, gt, gte"));
    }

    private static BigDecimal number(Doc value) {
        BigDecimal number = ValueTest.decimal(value.text());
        if (number == null) {
            throw value.error("'" + value.text() + "' is no number to compare with");
        }
        return number;
    }

    private Compiled temporal() {
        Optional<Doc> condition = body.child("condition");
        if (condition.isPresent() && !condition.get().isMap()) {
            List<RuleTerm> terms = RuleTerm.all(condition.get());
            long wanted = terms.stream().filter(term -> !term.absent()).count();
            if (wanted == terms.size()) {
                return together(terms.stream().map(RuleTerm::rule).toList(), terms.size());
            }
            if (wanted > 1) {
                throw condition
                        .get()
                        .unsupported("several rules together and another absent: say the order with temporal_ordered");
            }
            return steps(terms);
        }
        List<Doc> rules = rules();
        return condition
                .map(Doc::map)
                .filter(map -> !map.isEmpty())
                .map(map -> atLeast(rules, condition.get()))
                .orElseGet(() -> together(rules, rules.size()));
    }

    private Compiled together(List<Doc> rules, int count) {
        return together(rules, Map.of(Comparison.GTE, BigDecimal.valueOf(count)));
    }

    private Compiled atLeast(List<Doc> rules, Doc condition) {
        return together(rules, comparisons(condition));
    }

    private Compiled together(List<Doc> rules, Map<Comparison, BigDecimal> condition) {
        List<Base> bases = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            bases.add(groupBy.base(rules.get(i), 1L << i, false, List.of()));
        }
        return new Compiled(new Window(Window.Type.TEMPORAL, rules.size(), 0, timespan, condition), bases);
    }

    // ---- sequences

    private Compiled ordered() {
        Optional<Doc> condition = body.child("condition").filter(c -> !c.isMap());
        return steps(
                condition.isPresent()
                        ? RuleTerm.all(condition.get())
                        : rules().stream()
                                .map(rule -> new RuleTerm(rule, false))
                                .toList());
    }

    private Compiled steps(List<RuleTerm> terms) {
        SequenceSteps steps = new SequenceSteps(groupBy);
        terms.forEach(
                term -> steps.add(term.rule(), term.absent() ? Kind.MISSING : Kind.MANDATORY, 1, Optional.empty()));
        return steps(steps);
    }

    private Compiled sequence() {
        SequenceSteps steps = new SequenceSteps(groupBy);
        for (Doc step : body.need("steps").items()) {
            steps.add(step);
        }
        body.child("until").ifPresent(steps::until);
        return steps(steps);
    }

    private Compiled steps(SequenceSteps steps) {
        if (steps.stages().stream().noneMatch(stage -> stage.kind() == Kind.MANDATORY)) {
            throw body.error("at least one step must be neither missing nor optional");
        }
        return new Compiled(new Sequence(steps.stages(), Optional.of(timespan)), steps.bases());
    }
}
