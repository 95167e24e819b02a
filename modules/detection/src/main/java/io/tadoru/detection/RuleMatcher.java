package io.tadoru.detection;

import io.tadoru.event.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which rules, of any level, an event or a record under Sigma's own field names matches: for whoever measures rules. */
public final class RuleMatcher {
    private final RuleSet rules;
    private final Map<Map<String, String>, RuleIndex> byLogsource = new HashMap<>();

    /** The rules are put in order when they are first asked. */
    public RuleMatcher(RuleSet rules) {
        this.rules = rules;
    }

    /** Of an event: its own fields tell the logsource. */
    public List<Rule> matched(Event event) {
        return byLogsource
                .computeIfAbsent(Map.of(), all -> new RuleIndex(rules.rules()))
                .met(event);
    }

    /** How many rules an event is put to: what the index leaves of all. */
    public int tried(Event event) {
        return byLogsource
                .computeIfAbsent(Map.of(), all -> new RuleIndex(rules.rules()))
                .candidateCount(event);
    }

    /** Of a record that was told to be of a logsource: rules for another are not tried. */
    public List<Rule> matched(Event event, Map<String, String> logsource) {
        return byLogsource.computeIfAbsent(logsource, this::forLogsource).met(event);
    }

    private RuleIndex forLogsource(Map<String, String> logsource) {
        return new RuleIndex(rules.rules().stream()
                .filter(rule -> Route.fits(rule.logsource(), logsource))
                .toList());
    }
}
