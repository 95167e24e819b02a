package io.tadoru.detection.indicator;

import io.tadoru.detection.Indicator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What was read: each indicator once, in one order whatever order it was read in.
 *
 * @param warnings what was left out, where and why; of very many, the first and how many more
 */
public record IndicatorList(List<Indicator> indicators, List<String> warnings) {
    private static final Comparator<Indicator> ORDER = Comparator.comparing(Indicator::kind)
            .thenComparing(Indicator::value)
            .thenComparing(Indicator::source);

    public IndicatorList {
        indicators = once(indicators);
        warnings = List.copyOf(warnings);
    }

    private static List<Indicator> once(Collection<Indicator> all) {
        List<Indicator> sorted = new ArrayList<>(all);
        sorted.sort(ORDER);
        List<Indicator> once = new ArrayList<>(sorted.size());
        for (Indicator next : sorted) {
            if (!once.isEmpty() && ORDER.compare(once.getLast(), next) == 0) {
                once.set(once.size() - 1, once.getLast().with(next));
            } else {
                once.add(next);
            }
        }
        return List.copyOf(once);
    }

    /** All of several lists. */
    public static IndicatorList joined(List<IndicatorList> lists) {
        return new IndicatorList(
                lists.stream().flatMap(list -> list.indicators().stream()).toList(),
                lists.stream().flatMap(list -> list.warnings().stream()).toList());
    }
}
