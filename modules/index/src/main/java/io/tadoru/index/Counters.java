package io.tadoru.index;

import java.util.concurrent.atomic.LongAdder;

/** Counts as the three loops go. */
final class Counters {
    final LongAdder events = new LongAdder();
    final LongAdder chains = new LongAdder();
    final LongAdder rejects = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder corrected = new LongAdder();

    Counts now() {
        return new Counts(events.sum(), chains.sum(), rejects.sum(), refused.sum(), corrected.sum());
    }
}
