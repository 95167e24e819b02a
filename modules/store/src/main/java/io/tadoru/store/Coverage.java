package io.tadoru.store;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.DateHistogramBucket;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.tadoru.event.Fields;
import io.tadoru.store.CaseFile.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which source was reporting when, and where it was not for more than an hour: a silent sensor is no innocent one. */
final class Coverage {
    private static final List<String> DEFENCES = List.of("mail", "swg", "firewall", "epp");
    private static final Duration FINEST = Duration.ofMinutes(15);
    private static final Duration SILENCE = Duration.ofHours(1);
    private static final int MOST_LAYERS = 8;
    private static final int MOST_SOURCES = 25;
    /** Times layers and sources this stays below the number of buckets that Elasticsearch allows in one answer. */
    private static final int MOST_STEPS = 300;

    private static final int MOST_GAPS = 100;
    private static final String LAYERS = "layers";
    private static final String SOURCES = "sources";
    private static final String STEPS = "steps";
    private static final String OWN = "own";

    private Coverage() {}

    static Map<String, Aggregation> asked(Span span, Query host) {
        Aggregation steps = Aggregation.of(a -> a.dateHistogram(h -> h.field(Fields.TIMESTAMP)
                        .fixedInterval(f -> f.time(step(span).toSeconds() + "s"))
                        .minDocCount(1))
                .aggregations(Answers.ENDS));
        Aggregation sources =
                Aggregation.of(a -> a.terms(t -> t.field(Fields.SOURCE).size(MOST_SOURCES))
                        .aggregations(Answers.ENDS)
                        .aggregations(STEPS, steps));
        Aggregation layers = Aggregation.of(
                a -> a.terms(t -> t.field(Fields.LAYER).size(MOST_LAYERS)).aggregations(SOURCES, sources));
        Aggregation own = Aggregation.of(a -> a.filter(host)
                .aggregations(LAYERS, l -> l.terms(t -> t.field(Fields.LAYER).size(MOST_LAYERS))));
        return Map.of(LAYERS, layers, OWN, own);
    }

    /** A silence longer than a step always shows between two of them. */
    private static Duration step(Span span) {
        Duration step = span.length().dividedBy(MOST_STEPS);
        return step.compareTo(FINEST) < 0 ? FINEST : step;
    }

    static Map<String, Object> of(Span span, Map<String, Aggregate> answers) {
        Map<String, StringTermsBucket> heard = new HashMap<>();
        Answers.terms(answers.get(LAYERS)).forEach(b -> heard.put(b.key().stringValue(), b));
        Map<String, Long> own = own(answers.get(OWN));
        Set<String> names = new LinkedHashSet<>(DEFENCES);
        heard.keySet().stream().sorted().forEach(names::add);
        List<Map<String, Object>> layers = new ArrayList<>();
        for (String name : names) {
            Map<String, Object> layer = new LinkedHashMap<>();
            layer.put("layer", name);
            layer.put(SOURCES, sources(span, heard.get(name)));
            layer.put("host_events", own.getOrDefault(name, 0L));
            layers.add(layer);
        }
        Map<String, Object> coverage = new LinkedHashMap<>();
        coverage.put("from", span.from().toString());
        coverage.put("to", span.to().toString());
        coverage.put("gaps_longer_than_seconds", silence(span).toSeconds());
        coverage.put(LAYERS, layers);
        return coverage;
    }

    private static Map<String, Long> own(@Nullable Aggregate answer) {
        Map<String, Long> own = new HashMap<>();
        if (answer != null && answer.isFilter()) {
            Answers.terms(answer.filter().aggregations().get(LAYERS))
                    .forEach(b -> own.put(b.key().stringValue(), b.docCount()));
        }
        return own;
    }

    private static List<Map<String, Object>> sources(Span span, @Nullable StringTermsBucket layer) {
        if (layer == null) {
            return List.of();
        }
        List<Map<String, Object>> sources = new ArrayList<>();
        for (StringTermsBucket source : Answers.terms(layer.aggregations().get(SOURCES))) {
            Map<String, Object> row = Answers.row(source, "source");
            row.put("gaps", gaps(span, source));
            sources.add(row);
        }
        return sources;
    }

    private static List<Map<String, String>> gaps(Span span, StringTermsBucket source) {
        List<Map<String, String>> gaps = new ArrayList<>();
        Instant before = span.from();
        Aggregate steps = source.aggregations().get(STEPS);
        if (steps == null || !steps.isDateHistogram()) {
            return gaps;
        }
        for (DateHistogramBucket step : steps.dateHistogram().buckets().array()) {
            add(gaps, span, before, Answers.first(step.aggregations()).orElse(before));
            before = Answers.last(step.aggregations()).orElse(before);
        }
        add(gaps, span, before, span.to());
        return gaps;
    }

    private static void add(List<Map<String, String>> gaps, Span span, Instant from, Instant to) {
        if (Duration.between(from, to).compareTo(silence(span)) > 0 && gaps.size() < MOST_GAPS) {
            gaps.add(Map.of("from", from.toString(), "to", to.toString()));
        }
    }

    private static Duration silence(Span span) {
        Duration step = step(span);
        return step.compareTo(SILENCE) > 0 ? step : SILENCE;
    }
}
