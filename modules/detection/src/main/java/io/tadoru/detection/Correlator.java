package io.tadoru.detection;

import io.tadoru.detection.Correlation.Base;
import io.tadoru.detection.sequence.Sequence;
import io.tadoru.event.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which correlations an event feeds, by the rules that it met, and under which keys. Pure, safe to share. */
public final class Correlator {
    /** An event under more keys than these is followed under the first. */
    private static final int MOST_KEYS = 16;

    private static final int LONGEST_VALUE = 512;
    private static final String BETWEEN = "\u001f";

    private record Fed(Correlation correlation, Base base) {}

    private final Map<String, List<Fed>> byRule = new HashMap<>();
    private final Map<String, Correlation> byId = new LinkedHashMap<>();
    private final Set<String> silent = new LinkedHashSet<>();
    /** Of correlations that say that something did not follow: the events among which it would have stood. */
    private final Map<String, List<Expression>> deniers = new LinkedHashMap<>();

    Correlator(RuleSet rules) {
        for (Correlation correlation : rules.correlations()) {
            deniers(correlation, rules);
            byId.put(correlation.ref().id(), correlation);
            correlation.bases().forEach(base -> {
                byRule.computeIfAbsent(base.rule(), r -> new ArrayList<>()).add(new Fed(correlation, base));
                if (!correlation.generates()) {
                    silent.add(base.rule());
                }
            });
        }
    }

    private void deniers(Correlation correlation, RuleSet rules) {
        if (!(correlation.definition() instanceof Sequence sequence) || sequence.trailing() == 0) {
            return;
        }
        List<Expression> kinds = correlation.bases().stream()
                .filter(base -> (base.stages() & sequence.trailing()) != 0)
                .flatMap(base -> rules.find(base.rule()).stream())
                .map(Rule::where)
                .toList();
        deniers.put(correlation.ref().id(), kinds);
    }

    /** The correlations whose result the event might have denied, by the kind of event that it is: its source is awake. */
    List<String> heard(Event event) {
        List<String> heard = new ArrayList<>();
        deniers.forEach((correlation, kinds) -> {
            if (kinds.stream().anyMatch(kind -> kind.matches(event))) {
                heard.add(correlation);
            }
        });
        return heard;
    }

    /** All, each after those that feed it. */
    public List<Correlation> all() {
        return List.copyOf(byId.values());
    }

    /** The correlation of that id. */
    public Optional<Correlation> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    boolean isFedBy(Rule rule) {
        return byRule.containsKey(rule.ref().id());
    }

    /** Whether the rule only feeds: by Sigma's default those that a correlation names mark nothing by themselves. */
    boolean isSilent(RuleRef rule) {
        return silent.contains(rule.id());
    }

    /**
     * What the event tells them.
     *
     * @param mark as a rule would mark the event
     */
    List<KeyedHit> hits(Event event, List<Rule> met, Function<Rule, Optional<Mark>> mark) {
        Map<String, KeyedHit> hits = new LinkedHashMap<>();
        for (Rule rule : met) {
            for (Fed fed : byRule.getOrDefault(rule.ref().id(), List.of())) {
                mark.apply(rule).ifPresent(m -> add(event, fed, m, hits));
            }
        }
        return List.copyOf(hits.values());
    }

    private static void add(Event event, Fed fed, Mark mark, Map<String, KeyedHit> hits) {
        String correlation = fed.correlation().ref().id();
        @Nullable String value = value(event, fed.base().value());
        for (List<String> key : keys(event, fed.base().key())) {
            KeyedHit hit = KeyedHit.of(
                    correlation, key, event, fed.base().stages(), fed.base().until(), value, mark);
            hits.merge(correlation + BETWEEN + String.join(BETWEEN, key), hit, Correlator::both);
        }
    }

    /** An event that meets several rules of one correlation is one hit. */
    private static KeyedHit both(KeyedHit one, KeyedHit other) {
        return new KeyedHit(
                one.correlation(),
                one.key(),
                one.time(),
                one.sequence(),
                one.eventId(),
                one.stages() | other.stages(),
                one.until() || other.until(),
                one.value() == null ? other.value() : one.value(),
                false,
                one.mark(),
                one.parties(),
                one.partiesBeyond());
    }

    /** What a result tells the correlations that are about its own. */
    List<KeyedHit> hits(Correlation of, List<String> key, KeyedHit result) {
        List<KeyedHit> hits = new ArrayList<>();
        for (Fed fed : byRule.getOrDefault(of.ref().id(), List.of())) {
            List<String> outer = fed.base().places().stream().map(key::get).toList();
            hits.add(new KeyedHit(
                    fed.correlation().ref().id(),
                    outer,
                    result.time(),
                    result.sequence(),
                    result.eventId(),
                    fed.base().stages(),
                    fed.base().until(),
                    null,
                    result.withdrawn(),
                    result.mark(),
                    result.parties(),
                    result.partiesBeyond()));
        }
        return hits;
    }

    /** Each combination of values; none when a part of the key has no value. */
    private static List<List<String>> keys(Event event, List<List<String>> parts) {
        List<List<String>> keys = List.of(List.of());
        for (List<String> fields : parts) {
            List<String> values = values(event, fields);
            List<List<String>> longer = new ArrayList<>();
            for (List<String> key : keys) {
                for (String value : values) {
                    List<String> one = new ArrayList<>(key);
                    one.add(value);
                    longer.add(one);
                }
            }
            keys = longer.subList(0, Math.min(longer.size(), MOST_KEYS));
        }
        return keys;
    }

    /** Of the first of the fields that has any. */
    private static List<String> values(Event event, List<String> fields) {
        for (String field : fields) {
            List<String> values = Expression.texts(Expression.value(event, field)).stream()
                    .filter(value -> !value.isEmpty() && value.length() <= LONGEST_VALUE)
                    .map(value -> value.toLowerCase(Locale.ROOT))
                    .distinct()
                    .toList();
            if (!values.isEmpty()) {
                return values;
            }
        }
        return List.of();
    }

    private static @Nullable String value(Event event, List<List<String>> parts) {
        List<String> values = new ArrayList<>();
        for (List<String> fields : parts) {
            List<String> some = values(event, fields);
            if (some.isEmpty()) {
                return null;
            }
            values.add(some.getFirst());
        }
        return values.isEmpty() ? null : String.join(BETWEEN, values);
    }
}
