package io.tadoru.detection;

import io.tadoru.event.Event;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * All rules, arranged so that an event is put only to those of its kind that can match it: first the logsources are asked, each
 * once for all of its rules, then what the rules look for. Safe to share.
 */
final class RuleIndex {
    private final List<Rule> rules;
    private final ExpressionIndex kinds;
    private final ExpressionIndex whats;
    /** The rules that are for events of each kind. */
    private final List<BitSet> rulesOfKind = new ArrayList<>();

    RuleIndex(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        IdentityHashMap<Expression, Integer> known = new IdentityHashMap<>();
        List<Expression> all = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            for (Expression kind : kinds(rules.get(i).where())) {
                int number = known.computeIfAbsent(kind, k -> added(k, all));
                rulesOfKind.get(number).set(i);
            }
        }
        this.kinds = new ExpressionIndex(all);
        this.whats = new ExpressionIndex(rules.stream().map(Rule::what).toList());
    }

    private int added(Expression kind, List<Expression> to) {
        to.add(kind);
        rulesOfKind.add(new BitSet());
        return to.size() - 1;
    }

    /** A logsource that several entries of the pipelines serve is any of theirs, which others share. */
    private static List<Expression> kinds(Expression where) {
        return where instanceof Expression.Or or ? or.parts() : List.of(where);
    }

    /** The rules that the event matches, in the order of the rules. */
    List<Rule> met(Event event) {
        BitSet candidates = candidates(event);
        List<Rule> met = new ArrayList<>();
        for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
            if (whats.matches(i, event)) {
                met.add(rules.get(i));
            }
        }
        return met;
    }

    /** How many rules the event is put to, for who wants to know how well it works. */
    int candidateCount(Event event) {
        return candidates(event).cardinality();
    }

    private BitSet candidates(Event event) {
        BitSet ofKind = new BitSet();
        BitSet possible = kinds.candidates(event);
        for (int kind = possible.nextSetBit(0); kind >= 0; kind = possible.nextSetBit(kind + 1)) {
            if (kinds.matches(kind, event)) {
                ofKind.or(rulesOfKind.get(kind));
            }
        }
        if (!ofKind.isEmpty()) {
            ofKind.and(whats.candidates(event, ofKind));
        }
        return ofKind;
    }
}
