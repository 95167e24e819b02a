package io.tadoru.detection;

import io.tadoru.event.Event;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All rules, arranged so that an event is put only to those that can match it: each value of an event is read once for the
 * needles of all rules, and a logsource is asked once for all of its rules. Safe to share.
 */
final class RuleIndex {
    private final List<Rule> rules;
    private final Map<String, Haystack> fields = new HashMap<>();
    /** Rules that may match whatever stands where. */
    private final BitSet always = new BitSet();

    private final int[] logsourceOf;
    private final List<Expression> logsources = new ArrayList<>();

    RuleIndex(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        this.logsourceOf = new int[rules.size()];
        Needles needles = new Needles(rules);
        IdentityHashMap<Expression, Integer> known = new IdentityHashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            logsourceOf[i] = known.computeIfAbsent(rules.get(i).where(), this::added);
            add(i, needles.of(rules.get(i)));
        }
        fields.values().forEach(Haystack::close);
    }

    private int added(Expression logsource) {
        logsources.add(logsource);
        return logsources.size() - 1;
    }

    private void add(int rule, Optional<List<Needles.Place>> places) {
        if (places.isEmpty()) {
            always.set(rule);
        }
        places.orElse(List.of())
                .forEach(place -> fields.computeIfAbsent(place.field(), f -> new Haystack())
                        .add(place.needle(), rule));
    }

    /** The rules that the event matches, in the order of the rules. */
    List<Rule> met(Event event) {
        BitSet candidates = candidates(event);
        if (candidates.isEmpty()) {
            return List.of();
        }
        BitSet asked = new BitSet(logsources.size());
        BitSet fits = new BitSet(logsources.size());
        List<Rule> met = new ArrayList<>();
        for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
            if (fits(logsourceOf[i], event, asked, fits) && rules.get(i).what().matches(event)) {
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
        BitSet candidates = (BitSet) always.clone();
        fields.forEach((name, haystack) -> {
            Object value = Expression.value(event, name);
            if (value instanceof String text) {
                haystack.search(text, candidates);
            } else if (value != null) {
                Expression.texts(value).forEach(text -> haystack.search(text, candidates));
            }
        });
        return candidates;
    }

    private boolean fits(int logsource, Event event, BitSet asked, BitSet fits) {
        if (!asked.get(logsource)) {
            asked.set(logsource);
            fits.set(logsource, logsources.get(logsource).matches(event));
        }
        return fits.get(logsource);
    }
}
