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
    private final Predicate<Rule> marks;
    private final Correlator correlator;

    /**
     * What was found in an event.
     *
     * @param marks of the event itself
     * @param hits what it tells correlations; whose event it is, is not known yet
     * @param heard the correlations that say that something did not follow, and that it might have denied
     */
    public record Examined(List<Mark> marks, List<KeyedHit> hits, List<String> heard) {
        private static final Examined NOTHING = new Examined(List.of(), List.of(), List.of());

        public Examined {
            marks = List.copyOf(marks);
            hits = List.copyOf(hits);
            heard = List.copyOf(heard);
        }
    }

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
     * @param marks the others feed correlations at most
     */
    public Detector(RuleSet rules, Indicators indicators, Predicate<Rule> marks) {
        this.indicators = indicators;
        this.correlator = new Correlator(rules);
        this.marks = marks.and(rule -> !correlator.isSilent(rule.ref()));
        this.rules = new RuleIndex(rules.rules().stream()
                .filter(rule -> this.marks.test(rule) || correlator.isFedBy(rule))
                .toList());
    }

    /** The rules' correlations, for who brings their hits together. */
    public Correlated correlated() {
        return new Correlated(correlator);
    }

    /** The event's marks alone. */
    public List<Mark> examine(Event event) {
        return examined(event).marks();
    }

    /** Nothing for an event without layer, or dated after its own receipt, which must not anchor anything. */
    public Examined examined(Event event) {
        Optional<Layer> layer = event.layer();
        if (layer.isEmpty() || event.text(Fields.FUTURE).filter("true"::equals).isPresent()) {
            return Examined.NOTHING;
        }
        List<Rule> met = rules.met(event);
        List<String> heard = correlator.heard(event);
        if (met.isEmpty() && indicators.isEmpty()) {
            return heard.isEmpty() ? Examined.NOTHING : new Examined(List.of(), List.of(), heard);
        }
        Findings findings = Findings.of(event, indicators);
        List<Mark> found = new ArrayList<>();
        met.stream()
                .filter(marks)
                .forEach(rule -> findings.mark(rule.ref(), rule.tactic()).ifPresent(found::add));
        findings.hits()
                .forEach(hit ->
                        findings.mark(hit.ref(), Optional.of(hit.stage())).ifPresent(found::add));
        List<KeyedHit> hits = correlator.hits(event, met, rule -> findings.mark(rule.ref(), rule.tactic()));
        return new Examined(found.stream().limit(MOST_MARKS).toList(), hits, heard);
    }
}
