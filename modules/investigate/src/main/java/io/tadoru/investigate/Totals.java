package io.tadoru.investigate;

import java.util.LinkedHashMap;
import java.util.Map;

/** The counts of all inputs together. */
final class Totals {
    private long inputs;
    private long lines;
    private long events;
    private long dropped;
    private long rejects;

    void add(Tally tally) {
        inputs++;
        lines += tally.lines();
        events += tally.events();
        dropped += tally.droppedLines();
        rejects += tally.rejects();
    }

    Map<String, Long> document() {
        Map<String, Long> d = new LinkedHashMap<>();
        d.put("inputs", inputs);
        d.put("lines", lines);
        d.put("events", events);
        d.put("dropped", dropped);
        d.put("rejects", rejects);
        return d;
    }
}
