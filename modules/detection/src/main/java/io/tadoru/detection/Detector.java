package io.tadoru.detection;

import io.tadoru.event.Event;
import io.tadoru.event.Fields;
import io.tadoru.event.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Examines one event: which rules it meets, which indicators, and what marks it gets for that. Pure, safe to share. */
public final class Detector {
    /** An event that meets more rules than this is told by the first. */
    static final int MOST_MARKS = 32;

    private final RuleIndex rules;
    private final Indicators indicators;

    /** With the rules' own word on whether they mark, and no indicators. */
    public Detector(RuleSet rules) {
        this(rules, Indicators.none());
    }

    public Detector(RuleSet rules, Indicators indicators) {
        this(rules, indicators, Rule::marks);
    }

    /**
     * Leaves to the caller which rules mark, for what a chain definition lists.
     *
     * @param marks of the others nothing is said
     */
    public Detector(RuleSet rules, Indicators indicators, Predicate<Rule> marks) {
        this.indicators = indicators;
        this.rules = new RuleIndex(rules.rules().stream().filter(marks).toList());
    }

    /** The event's marks; none for one without layer, or dated after its own receipt, which must not anchor anything. */
    public List<Mark> examine(Event event) {
        Optional<Layer> layer = event.layer();
        if (layer.isEmpty() || event.text(Fields.FUTURE).filter("true"::equals).isPresent()) {
            return List.of();
        }
        List<Rule> met = rules.met(event);
        if (met.isEmpty() && indicators.isEmpty()) {
            return List.of();
        }
        Findings findings = Findings.of(event, indicators);
        List<Mark> marks = new ArrayList<>();
        met.forEach(rule -> findings.mark(rule.ref(), rule.tactic()).ifPresent(marks::add));
        findings.hits()
                .forEach(hit ->
                        findings.mark(hit.ref(), Optional.of(hit.stage())).ifPresent(marks::add));
        return marks.stream().limit(MOST_MARKS).toList();
    }
}
