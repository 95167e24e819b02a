package io.tadoru.investigate;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts and times of one input: each line is an event, dropped by design, or a reject, and is one of them only. */
final class Tally {
    private final Activity activity = new Activity();
    private final Map<String, Long> others = new TreeMap<>();
    private long lines;
    private long events;
    private long outside;
    private long dropped;
    private long rejects;
    private @Nullable Instant first;
    private @Nullable Instant last;

    void line() {
        lines++;
    }

    void event(Instant time, boolean wanted) {
        events++;
        outside += wanted ? 0 : 1;
        first = first == null || time.isBefore(first) ? time : first;
        last = last == null || time.isAfter(last) ? time : last;
        activity.at(time);
    }

    void dropped() {
        dropped++;
    }

    /** How many there are now. */
    long reject() {
        return ++rejects;
    }

    /** Another connector than the input's own read a line of it. */
    void readBy(String other) {
        others.merge(other, 1L, Long::sum);
    }

    long lines() {
        return lines;
    }

    long events() {
        return events;
    }

    long droppedLines() {
        return dropped;
    }

    long rejects() {
        return rejects;
    }

    /** For the manifest. */
    Map<String, Object> document() {
        Map<String, Object> d = new LinkedHashMap<>();
        d.put("lines", lines);
        d.put("events", events);
        d.put("dropped", dropped);
        d.put("rejects", rejects);
        d.put("events_outside_span", outside);
        if (!others.isEmpty()) {
            d.put("lines_by_other_connectors", others);
        }
        d.put("first", first == null ? null : first.toString());
        d.put("last", last == null ? null : last.toString());
        d.put("gaps", gaps());
        return d;
    }

    private Map<String, Object> gaps() {
        Map<String, Object> d = new LinkedHashMap<>();
        var gaps = activity.gaps();
        d.put("count", gaps.size());
        if (activity.scattered()) {
            d.put("reason", "not looked for: the lines' dates lie too far apart");
        }
        d.put("longest", Activity.longest(gaps).stream().map(Tally::gap).toList());
        return d;
    }

    private static Map<String, Object> gap(Activity.Gap gap) {
        Map<String, Object> d = new LinkedHashMap<>();
        d.put("from", gap.from().toString());
        d.put("to", gap.to().toString());
        d.put("minutes", gap.minutes());
        return d;
    }
}
